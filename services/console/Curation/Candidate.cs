using DialInsight.Client.Instructions;
using DialInsight.Client.Transcripts;

namespace DialInsight.WebConsole.Curation;

/// <summary>An instruction that waits at a gate, with what a person needs to decide on it.</summary>
/// <param name="Instruction">The instruction, with what the rules find.</param>
/// <param name="Parent">What it was made from; null for a seed.</param>
/// <param name="Grounding">The dialogue it is grounded in; null where there is none any more.</param>
public sealed record Candidate(InstructionView Instruction, InstructionView? Parent, TranscriptView? Grounding);

/// <summary>The queue of a gate, as far as it was read.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Waiting">Those that wait, the oldest first.</param>
/// <param name="All">How many wait in all.</param>
/// <param name="Current">The one to decide on; null where none waits.</param>
/// <param name="Done">How many the person has decided on in this sitting.</param>
public sealed record GateQueue(string Gate, IReadOnlyList<InstructionView> Waiting, long All, Candidate? Current, int Done = 0)
{
    /// <summary>Its place, from 0.</summary>
    public int Place => Current is null ? -1 : Waiting.ToList().FindIndex(waiting => waiting.Id == Current.Instruction.Id);

    /// <summary>The one before or behind it; null at the ends.</summary>
    public string? Beside(int step) => Place + step >= 0 && Place + step < Waiting.Count ? Waiting[Place + step].Id : null;
}
