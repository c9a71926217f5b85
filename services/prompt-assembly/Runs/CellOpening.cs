using DialInsight.Contracts.PromptAssembly;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Sampling;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Opens a cell once its instructions are there: freezes their order and issues the attempts of its first window.</summary>
internal sealed class CellOpening(PromptAssemblyStore store, InstructionSelection selection, SlotProgress progress)
{
    private const int IssuedAtOnce = 16;

    /// <summary>Opens the cell if it can be opened. True when it is open.</summary>
    public async Task<bool> TryOpenAsync(RunDocument run, Versioned<CellDocument> cell, CancellationToken cancellationToken)
    {
        if (cell.Document.Open)
            return true;
        if (cell.Document.Obstacle is null && cell.Document.Instructions.Count == 0)
            return await FreezeInstructionsAsync(run, cell, cancellationToken);

        return await TryOpenSlotsAsync(run, cell.Document, cancellationToken)
            && await store.Cells.ReplaceAsync(cell.Document with { Open = true }, cell.Version, cancellationToken);
    }

    /// <summary>Opens the first window. False when the run was paused meanwhile: it is opened from the start once the run goes on.</summary>
    private async Task<bool> TryOpenSlotsAsync(RunDocument run, CellDocument cell, CancellationToken cancellationToken)
    {
        bool held = false;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, cell.Obstacle is null ? cell.Window : 0),
            new ParallelOptions { MaxDegreeOfParallelism = IssuedAtOnce, CancellationToken = cancellationToken },
            async (slot, token) =>
            {
                if (!Volatile.Read(ref held) && await progress.OpenAsync(run, cell, slot, token) == Onward.Held)
                    Volatile.Write(ref held, true);
            });
        return !held;
    }

    /// <summary>Freezes the instructions when all that were asked for have come. False: the first window is issued on the next look.</summary>
    private async Task<bool> FreezeInstructionsAsync(RunDocument run, Versioned<CellDocument> cell, CancellationToken cancellationToken)
    {
        CellDocument waiting = cell.Document;
        RunCell wanted = run.Cells.First(candidate => candidate.CellId == waiting.CellId);
        BatchDocument? batch = null;
        if (wanted.InstructionsWanted > 0)
        {
            batch = (await store.Batches.FindAsync(BatchDocument.IdOf(run.Id, waiting.CellId), cancellationToken))?.Document;
            if (batch is null || await IsMissingAnyAsync(batch.InstructionIds, cancellationToken))
                return false;
        }

        string[] order =
        [
            .. await selection.SelectAsync(run.Recipe, waiting.Scenario, waiting.TaskType, waiting.KnownInstructions, batch?.InstructionIds ?? [], cancellationToken),
        ];
        new SeededRandom(run.Recipe.Seed, "instructions", waiting.CellId).Shuffle<string>(order);
        CellDocument frozen = order.Length > 0
            ? waiting with { Instructions = order }
            : waiting with { Obstacle = batch?.Shortfall is { } shortfall ? $"no instruction was approved for it: {shortfall}" : "no instruction was approved for it" };
        await store.Cells.ReplaceAsync(frozen, cell.Version, cancellationToken);
        return false;
    }

    private async Task<bool> IsMissingAnyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        (await store.Instructions.FindManyAsync(ids, cancellationToken)).Count < ids.Distinct().Count();
}
