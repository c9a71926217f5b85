using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>A batch as callers see it.</summary>
internal sealed record BatchView
{
    /// <summary>The batch's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands: waiting, seeding, curation, evolving, screening, refinement, completed, cancelled.</summary>
    public required BatchState State { get; init; }

    /// <summary>The run that asked for it.</summary>
    public string? RunId { get; init; }

    /// <summary>The cell of the run.</summary>
    public string? CellId { get; init; }

    /// <summary>The domain pack.</summary>
    public required string Domain { get; init; }

    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type.</summary>
    public required string TaskType { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>How many are wanted.</summary>
    public required int Wanted { get; init; }

    /// <summary>Who decides the gates.</summary>
    public required CurationPolicy Curation { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The person, or <c>run:</c> and the run's id.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>The earlier batch of the same cell that it waits for.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>The model was not available: when it is asked again.</summary>
    public DateTimeOffset? ModelAskedAgainAt { get; init; }

    /// <summary>Its instructions, counted by state.</summary>
    public required IReadOnlyDictionary<string, long> Instructions { get; init; }

    /// <summary>How many wait for a decision.</summary>
    public required long Pending { get; init; }

    /// <summary>How many candidates fell at filters and elimination rules, by reason.</summary>
    public required IReadOnlyDictionary<RejectionReason, int> Drops { get; init; }

    /// <summary>What its model calls used.</summary>
    public required IReadOnlyList<ModelSpend> Spend { get; init; }

    /// <summary>When it was completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The ids of the approved instructions, once it is completed.</summary>
    public IReadOnlyList<string> InstructionIds { get; init; } = [];

    /// <summary>Why there are fewer than wanted.</summary>
    public string? Shortfall { get; init; }
}
