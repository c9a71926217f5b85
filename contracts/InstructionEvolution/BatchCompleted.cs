namespace DialInsight.Contracts.InstructionEvolution;

/// <summary>A batch of instructions was worked to its end: nothing more comes of it.</summary>
public sealed record BatchCompleted : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>The run that asked for it; null when a person did.</summary>
    public string? RunId { get; init; }

    /// <summary>The cell of the run.</summary>
    public string? CellId { get; init; }

    /// <summary>The domain pack.</summary>
    public required string Domain { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type's id.</summary>
    public required string TaskType { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How many were asked for.</summary>
    public required int Requested { get; init; }

    /// <summary>The ids of those approved.</summary>
    public IReadOnlyList<string> InstructionIds { get; init; } = [];

    /// <summary>How many candidates fell, at a filter or a gate.</summary>
    public int Rejected { get; init; }

    /// <summary>Why there are fewer than asked for; null when there are not.</summary>
    public string? Shortfall { get; init; }

    /// <summary>What the batch's model calls used.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];
}
