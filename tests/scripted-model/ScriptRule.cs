namespace DialInsight.ScriptedModel;

/// <summary>What is done with some of the calls.</summary>
public sealed record ScriptRule
{
    /// <summary>What is done.</summary>
    public required ScriptedBehaviour Do { get; init; }

    /// <summary>A regular expression that some message must match; null matches every call.</summary>
    public string? Matches { get; init; }

    /// <summary>Whether the call must (or must not) ask for an answer by schema; null is either.</summary>
    public bool? BySchema { get; init; }

    /// <summary>Only while more calls than this are being worked on, this one included; null is always.</summary>
    public int? InFlightAbove { get; init; }

    /// <summary>The first of the matching calls that is meant, counted from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>The last of the matching calls that is meant; null is all that follow.</summary>
    public int? Until { get; init; }

    /// <summary>The share of the calls meant that it is done with, from 0 to 1.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>The status of <see cref="ScriptedBehaviour.Fail"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The error code in the body of a failure.</summary>
    public string? Code { get; init; }

    /// <summary>The <c>Retry-After</c> of a failure, in seconds; null sends none.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>More headers of a failure.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Time that is taken first, in milliseconds, on top of the script's.</summary>
    public int LatencyMilliseconds { get; init; }

    /// <summary>The answer of <see cref="ScriptedBehaviour.Answer"/>, <see cref="ScriptedBehaviour.CutOff"/> and <see cref="ScriptedBehaviour.Refuse"/>; null takes the responder's.</summary>
    public string? Text { get; init; }
}
