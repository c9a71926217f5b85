using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;

namespace DialInsight.Quality.Judging;

/// <summary>One decision about a sample.</summary>
internal sealed record Decision
{
    private const string ErasedReason = "its transcript was erased";

    /// <summary>What follows for the slot.</summary>
    public required JudgementOutcome Outcome { get; init; }

    /// <summary>The level; null when none was decided.</summary>
    public QualityLevel? Level { get; init; }

    /// <summary>Why it was not accepted, or what the person said.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The judge's model, <c>gates</c>, or the person.</summary>
    public required string By { get; init; }

    /// <summary>Whether a person decided.</summary>
    public bool ByPerson { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>That the transcript was erased.</summary>
    public static Decision Erased(DateTimeOffset at) => new()
    {
        Outcome = JudgementOutcome.Erased,
        Reasons = [ErasedReason],
        By = "erasure",
        At = at,
    };

    /// <summary>The same decision; its reasons, which may quote the dialogue, are gone.</summary>
    public Decision WithoutReasons() => Reasons.Count == 0 ? this : this with
    {
        // A gate's name says nothing of the dialogue, and reports count by it.
        Reasons = By == "gates" ? [.. Reasons.Select(reason => reason.Split(':', 2)[0])] : [ErasedReason],
    };
}
