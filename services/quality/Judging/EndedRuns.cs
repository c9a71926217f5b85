using System.Collections.Concurrent;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>Tells which runs are over. Another process may have heard of an ending first, so "it lives" is believed for a second only.</summary>
internal sealed class EndedRuns(IDocumentCollection<EndedRun> runs, TimeProvider time)
{
    private static readonly TimeSpan s_belief = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _livedAt = new();

    /// <summary>Keeps that a run is over.</summary>
    public async Task EndAsync(EndedRun run, CancellationToken cancellationToken)
    {
        await runs.InsertAsync(run, cancellationToken);
        _livedAt.TryRemove(run.Id, out _);
    }

    /// <summary>Whether a run is over.</summary>
    public async Task<bool> HasEndedAsync(string runId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_livedAt.TryGetValue(runId, out DateTimeOffset at) && now - at < s_belief)
            return false;
        if (await runs.FindAsync(runId, cancellationToken) is not null)
            return true;
        _livedAt[runId] = now;
        return false;
    }
}
