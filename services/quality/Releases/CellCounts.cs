using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Releases;

/// <summary>What became of a cell's attempts, by this service's own documents: Requested = Accepted + Rejected + Failed + Pending.</summary>
internal sealed record CellCounts
{
    /// <summary>The cell, <c>scenario/task-type</c>.</summary>
    public required string CellId { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type's id.</summary>
    public required string TaskType { get; init; }

    /// <summary>How many accepted samples were wanted.</summary>
    public required int Target { get; init; }

    /// <summary>How many were accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>How many were judged and not accepted, surplus among them.</summary>
    public required int Rejected { get; init; }

    /// <summary>How many of the rejected are surplus: good, and their slot was filled.</summary>
    public int Surplus { get; init; }

    /// <summary>How many gave no sample, or none that could be judged.</summary>
    public required int Failed { get; init; }

    /// <summary>How many of the failed are so because their transcript was erased.</summary>
    public int Erased { get; init; }

    /// <summary>How many wait: for a person, or for their message.</summary>
    public required int Pending { get; init; }

    /// <summary>How many of its labels a person decided on.</summary>
    public int Reviewed { get; init; }

    /// <summary>Why the cell holds fewer than its target; null when it does not.</summary>
    public string? DryReason { get; init; }

    /// <summary>How many attempts there were.</summary>
    public int Requested => Accepted + Rejected + Failed + Pending;

    /// <summary>
    /// Whether this service knows what the run says of the cell. An attempt that was erased may have failed on one side already and count as it did before, or not at all, on the other; one that a person decided on after the run
    /// had completed has left one count for another.
    /// </summary>
    public bool Matches(CellOutcome outcome)
    {
        int erased = Erased + outcome.Erased;
        int missing = outcome.Accepted + outcome.Rejected + outcome.Failed - (Accepted + Rejected + Failed);
        return Math.Abs(missing) <= erased
            && Math.Abs(Accepted - outcome.Accepted) + Math.Abs(Rejected - outcome.Rejected) <= erased + (2 * Reviewed)
            && Math.Abs(Failed - outcome.Failed) <= erased + Reviewed;
    }
}
