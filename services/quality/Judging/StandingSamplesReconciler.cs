using DialInsight.Hosting;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>Tries again the samples that stood because the judge's model was away.</summary>
internal sealed class StandingSamplesReconciler(
    IDocumentCollection<StandingSample> standing, SampleDesk desk, TimeProvider time, ILogger<StandingSamplesReconciler> logger)
    : Reconciler(TimeSpan.FromSeconds(2), time, logger)
{
    private const int Concurrency = 32;
    private readonly TimeProvider _time = time;

    protected override async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        Query due = Query.All.UpTo("dueAt", _time.GetUtcNow()).OrderBy("dueAt").Take(1000);
        await Parallel.ForEachAsync(
            standing.StreamAsync(due, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
            async (entry, cancellation) => await desk.RetryAsync(entry, cancellation));
    }
}
