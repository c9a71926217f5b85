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
        EndAsync(fact.RunId, fact.OccurredAt, run => run with { State = RunState.Released, Release = fact.Release, Failures = [] }, cancellationToken);

    /// <summary>Refuses a run. One that has a release keeps it, and says what a later request for another was refused for.</summary>
    public Task RefuseAsync(ReleaseRefused fact, CancellationToken cancellationToken) =>
        EndAsync(
            fact.RunId, fact.OccurredAt,
            run => run with { State = run.Release is null ? RunState.Refused : RunState.Released, Failures = fact.Failures }, cancellationToken);

    /// <summary>Cancels a run and settles what is pending of it.</summary>
    public async Task CancelAsync(string runId, CancellationToken cancellationToken)
    {
        await EndAsync(runId, time.GetUtcNow(), run => run.State == RunState.Released ? run : run with { State = RunState.Cancelled }, cancellationToken);
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

    /// <summary>The latest word about a run holds, in whatever order they come; a cancelled one stays so.</summary>
    private async Task EndAsync(string runId, DateTimeOffset at, Func<RunDocument, RunDocument> end, CancellationToken cancellationToken)
    {
        while (await store.Runs.FindAsync(runId, cancellationToken) is { Document.State: not RunState.Cancelled } run && !(run.Document.EndedAt >= at))
        {
            RunDocument ended = end(run.Document);
            if (ended == run.Document || await runs.ReplaceAsync(ended with { EndedAt = at }, run.Version, cancellationToken))
                return;
        }
    }
}
