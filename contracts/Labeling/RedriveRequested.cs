namespace DialInsight.Contracts.Labeling;

/// <summary>Somebody asked that a failed attempt be tried again: prompt-assembly issues a new one.</summary>
public sealed record RedriveRequested : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The failed attempt.</summary>
    public required string AttemptId { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The slot.</summary>
    public required int Slot { get; init; }

    /// <summary>Who asked.</summary>
    public required string RequestedBy { get; init; }
}
