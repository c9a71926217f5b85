namespace DialInsight.PromptAssembly.Sampling;

/// <summary>
/// The candidates of a cell, in the order that its seed fixed: every dialogue once with one instruction, then every dialogue again with
/// the next, so that dialogues are used up evenly and no pair comes twice.
/// </summary>
public static class CandidateOrder
{
    /// <summary>The candidate of the <paramref name="number"/>-th attempt at a slot: slot + number × target (run accounting).</summary>
    public static long Index(int slot, int number, int target) => slot + ((long)number * target);

    /// <summary>Which dialogue and which instruction candidate <paramref name="index"/> pairs; null when the cell has no such candidate.</summary>
    public static (int Dialogue, int Instruction, int Round)? Pair(long index, int dialogues, int instructions)
    {
        if (dialogues == 0 || instructions == 0 || index >= (long)dialogues * instructions)
            return null;

        int dialogue = (int)(index % dialogues);
        int round = (int)(index / dialogues);
        return (dialogue, (dialogue + round) % instructions, round);
    }
}
