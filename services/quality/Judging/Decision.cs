using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;

namespace DialInsight.Quality.Judging;

/// <summary>One decision about a sample.</summary>
internal sealed record Decision
{
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
}
