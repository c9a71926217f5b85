using DialInsight.InstructionEvolution.Batches;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>The three gates of stage 1.</summary>
internal enum Gate
{
    /// <summary>Gate 1: is the seed worth evolving?</summary>
    Curation,

    /// <summary>Gate 2: is the outcome clear, ready and more detailed than its seed?</summary>
    Screening,

    /// <summary>Gate 3: refined by a person where need be, then approved.</summary>
    Refinement,
}

/// <summary>Which states of a batch are gates.</summary>
internal static class Gates
{
    /// <summary>The gate that a batch is at; null where it is at none.</summary>
    public static Gate? ToGate(this BatchState state) => state switch
    {
        BatchState.Curation => Gate.Curation,
        BatchState.Screening => Gate.Screening,
        BatchState.Refinement => Gate.Refinement,
        _ => null,
    };

    /// <summary>The batch, put back to a gate.</summary>
    public static BatchDocument AtGate(this BatchDocument batch, Gate gate) => gate switch
    {
        Gate.Curation => batch with { State = BatchState.Curation, Round = 0 },
        Gate.Screening => batch with { State = BatchState.Screening },
        _ => batch with { State = BatchState.Refinement },
    };
}
