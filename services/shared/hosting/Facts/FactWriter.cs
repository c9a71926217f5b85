using DialInsight.Storage;

namespace DialInsight.Hosting.Facts;

/// <summary>This process as a writer of facts in one database, and its heartbeat there.</summary>
internal sealed class FactWriter(string id, string database, IDocumentStoreFactory stores, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_stale = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _turn = new(1);
    private long _seenAt;

    /// <summary>The writer.</summary>
    public string Id { get; } = id;

    /// <summary>Its sequence in this database.</summary>
    public FactLedger Ledger { get; } = new(database);

    /// <summary>All writers of this database.</summary>
    public IDocumentCollection<WriterDocument> Writers { get; } = stores.Open(database).Collection(WriterDocument.Definition);

    /// <summary>Makes sure that the others know this writer before it writes: what an unknown writer leaves would be nobody's.</summary>
    public async ValueTask EnsureSeenAsync(CancellationToken cancellationToken)
    {
        if (!IsSeen())
            await BeatAsync(onlyIfStale: true, cancellationToken);
    }

    /// <summary>Writes watermark and heartbeat.</summary>
    public async Task BeatAsync(bool onlyIfStale, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (onlyIfStale && IsSeen())
                return;
            long before = time.GetTimestamp();
            await Writers.UpsertAsync(Now(ended: false), cancellationToken);
            Volatile.Write(ref _seenAt, before);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says farewell: leaves nothing when everything is delivered, otherwise how far it came.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (Ledger.IsSettled)
            await Writers.DeleteAsync(Id, cancellationToken);
        else
            await Writers.UpsertAsync(Now(ended: true), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private bool IsSeen()
    {
        long seenAt = Volatile.Read(ref _seenAt);
        return seenAt != 0 && time.GetElapsedTime(seenAt) < s_stale;
    }

    private WriterDocument Now(bool ended) => new() { Id = Id, Watermark = Ledger.Watermark, SeenAt = time.GetUtcNow(), Ended = ended };
}
