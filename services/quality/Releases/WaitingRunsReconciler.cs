using DialInsight.Hosting;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Looks at the runs that wait for their counts, for a release that was asked for again, or for one that was interrupted.</summary>
internal sealed class WaitingRunsReconciler(
    FactLog<CompletedRun> runs, RunCloser closer, TimeProvider time, ILogger<WaitingRunsReconciler> logger)
    : Reconciler(TimeSpan.FromMilliseconds(500), time, logger)
{
    private readonly TimeProvider _time = time;

    protected override async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        Query due = Query.All.Where("state", RunState.Waiting).UpTo("dueAt", _time.GetUtcNow()).OrderBy("dueAt").Take(100);
        await foreach (Versioned<CompletedRun> run in runs.Collection.StreamAsync(due, cancellationToken))
            await closer.LookAsync(run, cancellationToken);
    }
}
