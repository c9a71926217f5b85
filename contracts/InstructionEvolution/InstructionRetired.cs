namespace DialInsight.Contracts.InstructionEvolution;

/// <summary>An approved instruction is not to be used in new runs.</summary>
public sealed record InstructionRetired : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The instruction's id.</summary>
    public required string InstructionId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
