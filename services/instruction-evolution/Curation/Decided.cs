using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>What became of a decision.</summary>
/// <param name="Outcome">Whether it is carried out, or why not.</param>
/// <param name="Instruction">What is there now: the instruction or its new version, or the one that stands in the way; null where there is none any more.</param>
internal sealed record Decided(DecisionOutcome Outcome, Versioned<InstructionDocument>? Instruction)
{
    /// <summary>Why it cannot be carried out, in words, where the outcome does not say it all.</summary>
    public string? Why { get; init; }
}

/// <summary>Whether a decision is carried out.</summary>
internal enum DecisionOutcome
{
    /// <summary>It is.</summary>
    Done,

    /// <summary>The instruction is in no state that allows it.</summary>
    NotAtGate,

    /// <summary>Somebody else decided first.</summary>
    Conflict,

    /// <summary>The cell has an instruction with this text.</summary>
    TextExists,

    /// <summary>There is no decision that could be undone.</summary>
    NotUndoable,
}
