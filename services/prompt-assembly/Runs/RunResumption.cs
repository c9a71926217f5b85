using DialInsight.Client.Runs;
using DialInsight.Hosting.Facts;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Takes a paused run up again: continues each chain of slots whose last attempt was settled meanwhile.</summary>
internal sealed class RunResumption(PromptAssemblyStore store, FactLog<RunDocument> runs, SlotProgress progress)
{
    public async Task ResumeAsync(Versioned<RunDocument> run, CancellationToken cancellationToken)
    {
        await foreach (Versioned<CellDocument> cell in store.Cells.StreamAsync(Query.All.Where("run", run.Document.Id), cancellationToken))
        {
            if (cell.Document.Window > 0)
                await ContinueAsync(run.Document, cell.Document, cancellationToken);
        }

        await runs.ReplaceAsync(run.Document with { State = RunState.Running }, run.Version, cancellationToken);
    }

    private async Task ContinueAsync(RunDocument run, CellDocument cell, CancellationToken cancellationToken)
    {
        var lastOfChain = new Dictionary<int, AttemptDocument>();
        Query attempts = Query.All.From("id", $"{run.Id}|{cell.CellId}|").Before("id", $"{run.Id}|{cell.CellId}}}");
        await foreach (Versioned<AttemptDocument> attempt in store.Attempts.StreamAsync(attempts, cancellationToken))
            lastOfChain[attempt.Document.Slot % cell.Window] = attempt.Document;

        foreach (AttemptDocument settled in lastOfChain.Values.Where(attempt => !attempt.IsPending))
            await progress.ContinueAsync(run, cell, settled, cancellationToken);
    }
}
