using DialInsight.Client.Runs;
using DialInsight.PromptAssembly.Runs;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Settles attempts by what labelling and quality say of them, and keeps their cells going.</summary>
internal sealed class VerdictReceiver(PromptAssemblyStore store, RunInputs inputs, SlotProgress progress, RunCompletion completion, TimeProvider time)
{
    /// <summary>Applies a verdict. Saying it twice changes nothing; one that overtook its attempt's storing makes the message come again.</summary>
    public async Task ReceiveAsync(Verdict verdict, CancellationToken cancellationToken)
    {
        while (true)
        {
            Versioned<AttemptDocument> attempt = await store.Attempts.FindAsync(verdict.AttemptId, cancellationToken)
                ?? throw new InvalidOperationException($"The attempt {verdict.AttemptId} is not known yet.");
            AttemptDocument settled = verdict.Apply(attempt.Document, time.GetUtcNow()) ?? attempt.Document;
            bool ended = settled.State != AttemptState.Requested && await ContinueAsync(settled, cancellationToken);

            // What follows is issued before the attempt is settled: in between, the run shows one pending attempt too many, never one too few.
            if (!ReferenceEquals(settled, attempt.Document) && !await store.Attempts.ReplaceAsync(settled, attempt.Version, cancellationToken))
                continue;
            if (ended || attempt.Document.State == AttemptState.InReview)
                await completion.CheckAsync(settled.RunId, cancellationToken);
            return;
        }
    }

    private async Task<bool> ContinueAsync(AttemptDocument settled, CancellationToken cancellationToken)
    {
        RunDocument? run = (await store.Runs.FindAsync(settled.RunId, cancellationToken))?.Document;
        if (run is not { State: RunState.Running })
            return false;

        CellDocument? cell = await inputs.CellAsync(run.Id, settled.CellId, cancellationToken);
        return cell is not null && await progress.ContinueAsync(run, cell, settled, cancellationToken);
    }
}
