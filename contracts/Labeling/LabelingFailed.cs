namespace DialInsight.Contracts.Labeling;

/// <summary>No valid label came of an attempt.</summary>
public sealed record LabelingFailed : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The attempt.</summary>
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

    /// <summary>The class of the reason.</summary>
    public required FailureClass Class { get; init; }

    /// <summary>What was wrong, without the answer's text.</summary>
    public required string Reason { get; init; }

    /// <summary>What the calls used.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];
}
