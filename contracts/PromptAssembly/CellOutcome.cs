namespace DialInsight.Contracts.PromptAssembly;

/// <summary>What became of a cell: Requested = Accepted + Rejected + Failed.</summary>
public sealed record CellOutcome
{
    /// <summary>The cell, <c>scenario/task-type</c>.</summary>
    public required string CellId { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type's id.</summary>
    public required string TaskType { get; init; }

    /// <summary>How many accepted samples were wanted.</summary>
    public required int Target { get; init; }

    /// <summary>How many attempts were made.</summary>
    public required int Requested { get; init; }

    /// <summary>How many of them were accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>How many were judged and not accepted.</summary>
    public required int Rejected { get; init; }

    /// <summary>How many gave no sample, or none that could be judged.</summary>
    public required int Failed { get; init; }

    /// <summary>How many of the failed ones failed because their transcript was erased.</summary>
    public int Erased { get; init; }

    /// <summary>Why the cell holds fewer than its target; null when it does not.</summary>
    public string? DryReason { get; init; }
}
