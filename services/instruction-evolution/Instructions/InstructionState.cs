namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>Where an instruction stands (method: stage 1).</summary>
internal enum InstructionState
{
    /// <summary>New: an exemplar of the pack, or a model's proposal that passed the filters.</summary>
    Seeded,

    /// <summary>Passed gate 1.</summary>
    Curated,

    /// <summary>Made from another instruction, and not eliminated.</summary>
    Evolved,

    /// <summary>Passed gate 2.</summary>
    Screened,

    /// <summary>Went through the refinement of gate 3.</summary>
    Refined,

    /// <summary>May be used in prompts.</summary>
    Approved,

    /// <summary>Fell, at a filter, an elimination rule or a gate; kept with its reason.</summary>
    Rejected,

    /// <summary>Was approved, and is not to be used in new runs.</summary>
    Retired,
}
