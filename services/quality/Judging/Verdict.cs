using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Gates;

namespace DialInsight.Quality.Judging;

/// <summary>What gates and judge make of a sample, before anybody asks whether its slot is free.</summary>
internal sealed record Verdict
{
    /// <summary>What the gates and the judge came to.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>The level, when one was decided.</summary>
    public QualityLevel? Level { get; init; }

    /// <summary>The judge's model, or <c>gates</c>.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The hard gates that failed.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    /// <summary>The judge's votes.</summary>
    public IReadOnlyList<Vote> Votes { get; init; } = [];

    /// <summary>Why no level was decided, or why it is not high.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What the judge's calls used.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];
}

/// <summary>How a verdict ended.</summary>
internal enum VerdictKind
{
    /// <summary>With a level.</summary>
    Decided,

    /// <summary>The votes did not agree: a person must look.</summary>
    NoMajority,

    /// <summary>There is no readable vote.</summary>
    Unjudged,
}
