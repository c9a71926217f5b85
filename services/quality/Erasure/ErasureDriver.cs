using DialInsight.Hosting;
using DialInsight.Hosting.Erasure;
using DialInsight.Storage;

namespace DialInsight.Quality.Erasure;

/// <summary>Works the open tombstones, some hundred at a time, then measures the releases that lost rows, then answers.</summary>
internal sealed class ErasureDriver(
    Tombstones<TranscriptEraser> tombstones, TranscriptEraser eraser, ReleaseWithdrawal releases, TimeProvider time, ILogger<ErasureDriver> logger)
    : Reconciler(TimeSpan.FromMilliseconds(500), time, logger)
{
    private const int AtOnce = 200;

    protected override async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        var erased = new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
        await foreach (Versioned<Tombstone<TranscriptEraser>> tombstone in tombstones.OpenAsync(AtOnce, cancellationToken))
        {
            if (await eraser.TryEraseAsync(tombstone.Document.Id, tombstone.Document.ErasureId, cancellationToken) is { } counts)
                erased[tombstone.Document.Id] = counts;
        }

        if (erased.Count == 0)
            return;
        IReadOnlyList<WithdrawnRelease> withdrawn = await releases.MeasureAsync(cancellationToken);
        foreach ((string transcript, IReadOnlyDictionary<string, long> counts) in erased)
            await tombstones.CloseAsync(transcript, counts, [.. withdrawn.SelectMany(release => release.Of(transcript))], cancellationToken);
        await releases.EndAsync(withdrawn, cancellationToken);
    }
}
