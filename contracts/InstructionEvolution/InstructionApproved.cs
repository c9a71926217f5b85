namespace DialInsight.Contracts.InstructionEvolution;

/// <summary>An instruction passed the last gate and may be used in prompts.</summary>
public sealed record InstructionApproved : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The instruction's id.</summary>
    public required string InstructionId { get; init; }

    /// <summary>The domain pack.</summary>
    public required string Domain { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type's id.</summary>
    public required string TaskType { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The instruction.</summary>
    public required string Text { get; init; }

    /// <summary>The seed it descends from; its own id when it is a seed.</summary>
    public required string RootId { get; init; }

    /// <summary>The instruction it was made from; null for a seed.</summary>
    public string? ParentId { get; init; }

    /// <summary>The evolution operator that made it; null for a seed.</summary>
    public string? Operator { get; init; }

    /// <summary>Who wrote it: <c>human</c>, or the model's name.</summary>
    public required string Origin { get; init; }

    /// <summary>The person or policy that approved it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>The batch it came out of; null when a person added it.</summary>
    public string? BatchId { get; init; }
}
