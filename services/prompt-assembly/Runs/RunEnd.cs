using DialInsight.Client.Runs;
using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Facts;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Ends runs: released, refused or cancelled.</summary>
internal sealed class RunEnd(PromptAssemblyStore store, FactLog<RunDocument> runs, TimeProvider time)
{
    public Task ReleaseAsync(DatasetReleased fact, CancellationToken cancellationToken) =>
        EndAsync(fact.RunId, run => run with { State = RunState.Released, Release = fact.Release, Failures = [], EndedAt = fact.OccurredAt }, cancellationToken);

    public Task RefuseAsync(ReleaseRefused fact, CancellationToken cancellationToken) =>
        EndAsync(fact.RunId, run => run with { State = RunState.Refused, Failures = fact.Failures, EndedAt = fact.OccurredAt }, cancellationToken);

    /// <summary>Cancels a run and settles what is pending of it.</summary>
    public async Task CancelAsync(string runId, CancellationToken cancellationToken)
    {
        await EndAsync(runId, run => run with { State = RunState.Cancelled, EndedAt = time.GetUtcNow() }, cancellationToken);
        while (await AbandonAsync(runId, cancellationToken))
        {
            // Some were settled by a verdict in the same moment; what they are now is looked at again.
        }
    }

    /// <summary>Settles what is pending. True when some of it changed under the hand.</summary>
    private async Task<bool> AbandonAsync(string runId, CancellationToken cancellationToken)
    {
        bool changed = false;
        await foreach (Versioned<AttemptDocument> attempt in store.Attempts.StreamAsync(Query.All.Where("pending", runId), cancellationToken))
        {
            AttemptDocument abandoned = attempt.Document with { State = AttemptState.Failed, SettledAt = time.GetUtcNow(), Reason = "its run was cancelled" };
            changed |= !await store.Attempts.ReplaceAsync(abandoned, attempt.Version, cancellationToken);
        }

        return changed;
    }

    private async Task EndAsync(string runId, Func<RunDocument, RunDocument> end, CancellationToken cancellationToken)
    {
        while (await store.Runs.FindAsync(runId, cancellationToken) is { Document.State: not (RunState.Released or RunState.Cancelled) } run)
        {
            if (await runs.ReplaceAsync(end(run.Document), run.Version, cancellationToken))
                return;
        }
    }
}
