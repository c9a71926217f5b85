using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.Hosting.Runs;

/// <summary>
/// Which runs are over, in the collection <c>ended-runs</c> of a service's database: what is still queued for them is skipped. It is asked for every message;
/// another process may have heard of an end first, so that "it lives" is believed for a second.
/// </summary>
/// <param name="stores">The stores.</param>
/// <param name="service">The service's database.</param>
/// <param name="time">The clock.</param>
public abstract class EndedRuns(IDocumentStoreFactory stores, string service, TimeProvider time)
{
    private static readonly TimeSpan s_belief = TimeSpan.FromSeconds(1);

    private readonly IDocumentCollection<EndedRun> _runs = stores.Open(service).Collection(EndedRun.Definition);
    private readonly ConcurrentDictionary<string, (bool Ended, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    /// <summary>Keeps that a run is over.</summary>
    public async Task EndAsync(RunEnded fact, CancellationToken cancellationToken)
    {
        await _runs.InsertAsync(new EndedRun(fact.RunId, fact.OccurredAt), cancellationToken);
        _known[fact.RunId] = (true, fact.OccurredAt);
    }

    /// <summary>Whether a run is over.</summary>
    public async ValueTask<bool> HasEndedAsync(string runId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_known.TryGetValue(runId, out (bool Ended, DateTimeOffset At) known) && (known.Ended || now - known.At < s_belief))
            return known.Ended;

        bool ended = await _runs.FindAsync(runId, cancellationToken) is not null;
        _known[runId] = (ended, now);
        return ended;
    }
}
