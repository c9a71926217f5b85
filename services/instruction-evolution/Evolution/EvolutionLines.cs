using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>The lines of descent of a cycle: each seed with what was made of it.</summary>
internal static class EvolutionLines
{
    /// <summary>
    /// Each line's latest survivor after a number of rounds, in the seeds' order. What was eliminated leaves its parent in place; a line
    /// whose outcome went to gate 2 is done and gives none.
    /// </summary>
    public static IReadOnlyList<InstructionDocument> Tips(IEnumerable<InstructionDocument> cycle, int round) =>
    [
        .. cycle.GroupBy(instruction => instruction.RootId)
            .Where(line => !line.Any(instruction => instruction.IsOutcome))
            .Select(line => line
                .Where(instruction => instruction.Round <= round && instruction.State is InstructionState.Curated or InstructionState.Evolved)
                .MaxBy(instruction => instruction.Round))
            .OfType<InstructionDocument>()
            .OrderBy(instruction => instruction.Position)
            .ThenBy(instruction => instruction.Id, StringComparer.Ordinal),
    ];

    /// <summary>Those that operators work on: a person's exemplars stay as they are.</summary>
    public static IReadOnlyList<InstructionDocument> Evolvable(IReadOnlyCollection<InstructionDocument> cycle, int round)
    {
        HashSet<string> exemplars = [.. cycle.Where(instruction => instruction.IsExemplar).Select(instruction => instruction.Id)];
        return [.. Tips(cycle, round).Where(tip => !exemplars.Contains(tip.RootId))];
    }
}
