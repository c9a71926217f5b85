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
