using DialInsight.Contracts.PromptAssembly;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Sampling;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Opens a cell once its instructions are there: freezes their order and issues the attempts of its first window.</summary>
internal sealed class CellOpening(PromptAssemblyStore store, InstructionPool instructions, SlotProgress progress)
{
    private const int IssuedAtOnce = 16;

    /// <summary>Opens the cell if it can be opened. True when it is open.</summary>
    public async Task<bool> TryOpenAsync(RunDocument run, Versioned<CellDocument> cell, CancellationToken cancellationToken)
    {
        if (cell.Document.Open)
            return true;
        if (cell.Document.Obstacle is null && cell.Document.Instructions.Count == 0)
            return await FreezeInstructionsAsync(run, cell, cancellationToken);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, cell.Document.Obstacle is null ? cell.Document.Window : 0),
            new ParallelOptions { MaxDegreeOfParallelism = IssuedAtOnce, CancellationToken = cancellationToken },
            async (slot, token) => await progress.OpenAsync(run, cell.Document, slot, token));
        return await store.Cells.ReplaceAsync(cell.Document with { Open = true }, cell.Version, cancellationToken);
    }

    /// <summary>Freezes the instructions when all that were asked for have come. False: the first window is issued on the next look.</summary>
    private async Task<bool> FreezeInstructionsAsync(RunDocument run, Versioned<CellDocument> cell, CancellationToken cancellationToken)
    {
        CellDocument waiting = cell.Document;
        List<InstructionDocument> pool = await instructions.ListAsync(
            run.Recipe.Domain, waiting.Scenario, waiting.TaskType, run.Recipe.Language, cancellationToken);
        RunCell wanted = run.Cells.First(candidate => candidate.CellId == waiting.CellId);
        string? shortfall = null;
        if (wanted.InstructionsWanted > 0)
        {
            Versioned<BatchDocument>? batch = await store.Batches.FindAsync(BatchDocument.IdOf(run.Id, waiting.CellId), cancellationToken);
            if (batch is null || await IsMissingAnyAsync(batch.Document.InstructionIds, cancellationToken))
                return false;
            shortfall = batch.Document.Shortfall;
        }

        string[] order = [.. pool.Select(instruction => instruction.Id)];
        new SeededRandom(run.Recipe.Seed, "instructions", waiting.CellId).Shuffle<string>(order);
        CellDocument frozen = order.Length > 0
            ? waiting with { Instructions = order }
            : waiting with { Obstacle = $"no instruction was approved for it{(shortfall is null ? "" : $": {shortfall}")}" };
        await store.Cells.ReplaceAsync(frozen, cell.Version, cancellationToken);
        return false;
    }

    private async Task<bool> IsMissingAnyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        (await store.Instructions.FindManyAsync(ids, cancellationToken)).Count < ids.Distinct().Count();
}
