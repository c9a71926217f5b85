namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Where a batch stands.</summary>
internal enum BatchState
{
    /// <summary>Its transcripts have not all arrived, or an earlier batch of the same cell is being worked.</summary>
    Waiting,

    /// <summary>Exemplars are taken up and a model is asked for seeds.</summary>
    Seeding,

    /// <summary>Gate 1 decides.</summary>
    Curation,

    /// <summary>The operators work on the seeds, round by round.</summary>
    Evolving,

    /// <summary>Gate 2 decides.</summary>
    Screening,

    /// <summary>Gate 3 decides.</summary>
    Refinement,

    /// <summary>Nothing more comes of it.</summary>
    Completed,

    /// <summary>Its run was cancelled.</summary>
    Cancelled,
}
