using DialInsight.Client.Runs;
using DialInsight.Hosting.Facts;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Takes a paused run up again: continues the slots and the chains of slots whose last attempt was settled meanwhile.</summary>
internal sealed class RunResumption(PromptAssemblyStore store, FactLog<RunDocument> runs, SlotProgress progress, Redriving redriving, RunCompletion completion)
{
    public async Task ResumeAsync(Versioned<RunDocument> run, CancellationToken cancellationToken)
    {
        await foreach (Versioned<CellDocument> cell in store.Cells.StreamAsync(Query.All.Where("run", run.Document.Id), cancellationToken))
        {
            if (cell.Document.Window > 0)
                await ContinueAsync(run.Document, cell.Document, cancellationToken);
        }

        await redriving.ResumeAsync(run.Document, cancellationToken);
        if (await runs.ReplaceAsync(run.Document with { State = RunState.Running }, run.Version, cancellationToken))
            await completion.CheckAsync(run.Document.Id, cancellationToken);
    }

    private async Task ContinueAsync(RunDocument run, CellDocument cell, CancellationToken cancellationToken)
    {
        List<AttemptDocument> empty = [];
        var lastOfChain = new Dictionary<int, AttemptDocument>();
        AttemptDocument? last = null;
        Query attempts = Query.All.From("id", $"{run.Id}|{cell.CellId}|").Before("id", $"{run.Id}|{cell.CellId}}}");
        await foreach (Versioned<AttemptDocument> attempt in store.Attempts.StreamAsync(attempts, cancellationToken))
        {
            if (last is not null && last.Slot != attempt.Document.Slot && last.LeavesSlotEmpty(run.Recipe.Attempts))
                empty.Add(last);
            last = attempt.Document;
            lastOfChain[last.Slot % cell.Window] = last;
        }

        foreach (AttemptDocument settled in empty.Union(lastOfChain.Values.Where(attempt => !attempt.IsPending)))
            await progress.ContinueAsync(run, cell, settled, cancellationToken);
    }
}
