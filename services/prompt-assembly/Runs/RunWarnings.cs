using System.Globalization;
using DialInsight.Client.Runs;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>What can be told of a cell as soon as its inputs are frozen.</summary>
internal static class RunWarnings
{
    /// <summary>Why a cell cannot reach its target; null where it can. While it waits for instructions, those that were asked for are counted as there.</summary>
    public static string? Of(CellDocument cell, RunDocument run)
    {
        if (run.State is RunState.Released or RunState.Refused or RunState.Cancelled)
            return null;
        if (cell.Obstacle is not null)
            return $"{cell.CellId}: {cell.Obstacle}";

        int instructions = cell.Instructions.Count > 0 ? cell.Instructions.Count : Math.Max(run.Recipe.InstructionsPerCell, cell.KnownInstructions?.Count ?? 0);
        return Of(cell.CellId, cell.Target, cell.Dialogues, instructions);
    }

    /// <summary>The same for a cell that is not there yet.</summary>
    public static string? Of(string cellId, int target, long dialogues, int instructions) => dialogues * instructions >= target ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{cellId}: {dialogues} dialogues × {instructions} instructions are {dialogues * instructions} candidates, fewer than its target of {target}; add dialogues or instructions, or ask for less");
}
