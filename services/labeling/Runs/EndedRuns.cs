using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Labeling.Runs;

/// <summary>Which runs are over. Asked for every message, so what is known is remembered for a second.</summary>
internal sealed class EndedRuns(LabelingStore store, TimeProvider time)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (bool Ended, DateTimeOffset At)> _known = new();

    public async ValueTask<bool> HasEndedAsync(string runId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_known.TryGetValue(runId, out (bool Ended, DateTimeOffset At) known) && (known.Ended || now - known.At < s_remembered))
            return known.Ended;

        bool ended = await store.EndedRuns.FindAsync(runId, cancellationToken) is not null;
        _known[runId] = (ended, now);
        return ended;
    }

    public async Task EndAsync(RunEnded fact, CancellationToken cancellationToken)
    {
        await store.EndedRuns.InsertAsync(new EndedRunDocument(fact.RunId, fact.OccurredAt), cancellationToken);
        _known[fact.RunId] = (true, fact.OccurredAt);
    }
}
