using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Contracts.Quality;

/// <summary>A sample's quality was decided, or decided anew by a person.</summary>
public sealed record SampleJudged : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The attempt, and the sample.</summary>
    public required string AttemptId { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The slot.</summary>
    public required int Slot { get; init; }

    /// <summary>Which attempt at the slot.</summary>
    public required int Number { get; init; }

    /// <summary>The transcript.</summary>
    public required string TranscriptId { get; init; }

    /// <summary>The instruction.</summary>
    public required string InstructionId { get; init; }

    /// <summary>What follows from the judgement.</summary>
    public required JudgementOutcome Outcome { get; init; }

    /// <summary>The level; null when unjudged.</summary>
    public QualityLevel? Level { get; init; }

    /// <summary>How much is asked of whoever answers, by the judge: the mean of its votes' scores from 1 to 6. Null where the recipe selects nothing, or no vote could be read.</summary>
    public double? Complexity { get; init; }

    /// <summary>How good the labeller's answer is, in the same way.</summary>
    public double? Quality { get; init; }

    /// <summary>Why it was not accepted; empty when it was.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The judge's model, <c>gates</c>, or the person.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>0 for the first judgement, one more with each that replaces it.</summary>
    public int Revision { get; init; }

    /// <summary>What labelling used, told with the first judgement.</summary>
    public IReadOnlyList<ModelSpend> LabelSpend { get; init; } = [];

    /// <summary>What the judge's calls used.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];
}
