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
            RunDocument? run = await RunAsync(attempt.Document, cancellationToken);

            // A run that is over waits for nobody.
            if (verdict.State == AttemptState.InReview && (run is null or { IsOver: true }))
                return;

            // What follows is issued before the attempt is settled: in between, the run shows one pending attempt too many, never one too few.
            AttemptDocument settled = verdict.Apply(attempt.Document, time.GetUtcNow()) ?? attempt.Document;
            Onward? onward = await ContinueAsync(run, settled, cancellationToken);
            if (!ReferenceEquals(settled, attempt.Document) && !await store.Attempts.ReplaceAsync(settled, attempt.Version, cancellationToken))
                continue;
            if (!ReferenceEquals(settled, attempt.Document))
                SampleTelemetry.Settled(settled);

            // A run that was taken up again meanwhile may have looked at the attempt before it was settled.
            if (onward is null or Onward.Held)
                onward = await ContinueAsync(await RunAsync(settled, cancellationToken), settled, cancellationToken);
            if (onward == Onward.NothingNew || attempt.Document.State == AttemptState.InReview)
                await completion.CheckAsync(settled.RunId, cancellationToken);
            return;
        }
    }

    private async Task<RunDocument?> RunAsync(AttemptDocument attempt, CancellationToken cancellationToken) =>
        (await store.Runs.FindAsync(attempt.RunId, cancellationToken))?.Document;

    /// <summary>Issues what follows; null where the run is not going, or the attempt not settled.</summary>
    private async Task<Onward?> ContinueAsync(RunDocument? run, AttemptDocument settled, CancellationToken cancellationToken) =>
        settled.State != AttemptState.Requested
        && run is { State: RunState.Running or RunState.Resuming }
        && await inputs.CellAsync(run.Id, settled.CellId, cancellationToken) is { } cell
            ? await progress.ContinueAsync(run, cell, settled, cancellationToken)
            : null;
}
