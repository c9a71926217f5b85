using DialInsight.Client.Runs;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.LanguageModels;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Completes a run once every cell is filled or dry and nothing of it is pending.</summary>
internal sealed class RunCompletion(PromptAssemblyStore store, FactLog<RunDocument> runs, TimeProvider time)
{
    /// <summary>Completes the run if it is through; otherwise does nothing.</summary>
    public async Task CheckAsync(string runId, CancellationToken cancellationToken)
    {
        while (await store.Runs.FindAsync(runId, cancellationToken) is { Document.State: RunState.Running } run)
        {
            if (await store.Attempts.CountAsync(Query.All.Where("pending", runId), cancellationToken) > 0)
                return;

            List<CellDocument> cells = await CellsAsync(runId, cancellationToken);
            if (cells.Count < run.Document.Cells.Count || cells.Exists(cell => !cell.Open))
                return;

            RunTally tally = await RunTally.CountAsync(store, runId, cancellationToken);
            RunDocument completed = run.Document with
            {
                State = RunState.Completed,
                CompletedAt = time.GetUtcNow(),
                Outcomes = [.. cells.OrderBy(cell => cell.CellId, StringComparer.Ordinal).Select(cell => Outcome(cell, tally.Of(cell.CellId), run.Document.Recipe.Attempts))],
                Spend = await PreparationSpendAsync(runId, cancellationToken),
            };
            if (await runs.ReplaceAsync(completed, run.Version, cancellationToken))
                return;
        }
    }

    public async Task<List<CellDocument>> CellsAsync(string runId, CancellationToken cancellationToken)
    {
        List<CellDocument> cells = [];
        await foreach (Versioned<CellDocument> cell in store.Cells.StreamAsync(Query.All.Where("run", runId), cancellationToken))
            cells.Add(cell.Document);
        return cells;
    }

    /// <summary>Why a cell that is through holds less than its target; null when it does not.</summary>
    public static string? DryReason(CellDocument cell, Counts counts, int attempts)
    {
        if (counts.Accepted >= cell.Target)
            return null;
        if (cell.Obstacle is not null)
            return cell.Obstacle;

        if (counts.Erased >= cell.Target - counts.Accepted)
            return $"{counts.Erased} attempts at it were lost with transcripts that were erased";

        long candidates = (long)cell.Dialogues * cell.Instructions.Count;
        return candidates < (long)cell.Target * attempts
            ? $"all {candidates} candidates ({cell.Dialogues} dialogues × {cell.Instructions.Count} instructions) or all {attempts} attempts were used up"
            : $"all {attempts} attempts at {cell.Target - counts.Accepted} slots were used up";
    }

    private static CellOutcome Outcome(CellDocument cell, Counts counts, int attempts) => new()
    {
        CellId = cell.CellId,
        Scenario = cell.Scenario,
        TaskType = cell.TaskType,
        Target = cell.Target,
        Requested = counts.Requested,
        Accepted = counts.Accepted,
        Rejected = counts.Rejected,
        Failed = counts.Failed,
        Erased = counts.Erased,
        DryReason = DryReason(cell, counts, attempts),
    };

    private async Task<IReadOnlyList<ModelSpend>> PreparationSpendAsync(string runId, CancellationToken cancellationToken)
    {
        List<ModelSpend> spend = [];
        await foreach (Versioned<BatchDocument> batch in store.Batches.StreamAsync(Query.All.Where("run", runId), cancellationToken))
            spend.AddRange(batch.Document.Spend);
        await foreach (Versioned<PromptDocument> prompt in store.Prompts.StreamAsync(Query.All.Where("paidBy", runId), cancellationToken))
        {
            if (prompt.Document.Spend is { } merge)
                spend.Add(merge);
        }

        return SpendTotal.Of(spend);
    }
}
