using DialInsight.Client.Runs;
using DialInsight.PromptAssembly.Runs;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Issues new attempts for failed ones, while their run lives and their slot is empty.</summary>
internal sealed class Redriving(PromptAssemblyStore store, RunInputs inputs, AttemptIssuer issuer)
{
    /// <summary>Tries an attempt again, at once or when its run goes on. One whose run is through is left as it is.</summary>
    public async Task AskAsync(RedriveDocument redrive, CancellationToken cancellationToken)
    {
        await store.Redrives.InsertAsync(redrive, cancellationToken);

        // Read after it was kept: a run that goes on from here on sees it, and one that already does is served here.
        RunDocument? run = (await store.Runs.FindAsync(redrive.RunId, cancellationToken))?.Document;
        if (run is { State: RunState.Running or RunState.Resuming })
            await WorkAsync(run, redrive, cancellationToken);
        else if (run is not { State: RunState.Paused })
            await store.Redrives.DeleteAsync(redrive.AttemptId, cancellationToken);
    }

    /// <summary>Takes up what was asked for while the run was paused.</summary>
    public async Task ResumeAsync(RunDocument run, CancellationToken cancellationToken)
    {
        await foreach (Versioned<RedriveDocument> redrive in store.Redrives.StreamAsync(Query.All.Where("run", run.Id), cancellationToken))
            await WorkAsync(run, redrive.Document, cancellationToken);
    }

    private async Task WorkAsync(RunDocument run, RedriveDocument redrive, CancellationToken cancellationToken)
    {
        if (await inputs.CellAsync(run.Id, redrive.CellId, cancellationToken) is { } cell
            && await NextNumberAsync(run, cell, redrive, cancellationToken) is { } number
            && (await issuer.IssueAsync(run, cell, redrive.Slot, number, cancellationToken, redrive.AttemptId)).Issue == Issue.Held)
        {
            return;
        }

        await store.Redrives.DeleteAsync(redrive.AttemptId, cancellationToken);
    }

    /// <summary>The number of the new attempt; null where the slot is filled or being worked, or the failure was tried again already.</summary>
    private async Task<int?> NextNumberAsync(RunDocument run, CellDocument cell, RedriveDocument redrive, CancellationToken cancellationToken)
    {
        int number = 0;
        while (await store.Attempts.FindAsync(AttemptDocument.IdOf(run.Id, cell.CellId, redrive.Slot, number), cancellationToken) is { } known)
        {
            if (known.Document.IsPending || known.Document.State == AttemptState.Accepted || known.Document.RedriveOf == redrive.AttemptId)
                return null;
            number++;
        }

        return number;
    }
}
