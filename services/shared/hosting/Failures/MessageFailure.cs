namespace DialInsight.Hosting.Failures;

/// <summary>A message that could not be worked, kept until somebody looks at it.</summary>
public sealed record MessageFailure
{
    /// <summary>Computed from the endpoint and the message's id: the same message failing again is the same document.</summary>
    public required string Id { get; init; }

    /// <summary>The endpoint (queue) that could not work it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The message's type, for instance <c>LabelRequested</c>.</summary>
    public required string MessageType { get; init; }

    /// <summary>The message's id.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Why.</summary>
    public required MessageFailureReason Reason { get; init; }

    /// <summary>The exception's type without its text, which may hold what people said; empty for a dead letter.</summary>
    public required string Exception { get; init; }

    /// <summary>When it failed last (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often it ended here.</summary>
    public required int Times { get; init; }

    /// <summary>The message's JSON, for driving it again.</summary>
    public required string Payload { get; init; }
}

/// <summary>Why a message ended as a failure.</summary>
public enum MessageFailureReason
{
    /// <summary>Its consumer threw, each time it was tried.</summary>
    ConsumerFailed,

    /// <summary>It could not be read.</summary>
    Unreadable,

    /// <summary>The broker gave it up: it was handed out too often without an answer, or its queue would not take it.</summary>
    DeadLetter,
}
