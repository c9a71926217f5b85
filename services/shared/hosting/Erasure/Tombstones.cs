using DialInsight.Contracts.Erasure;
using DialInsight.Contracts.Ingest;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.Hosting.Erasure;

/// <summary>
/// The tombstones of a service. One is written before anything is removed, and read by whoever has just written something that derives from a transcript:
/// either the erasure sees what was written, or the writer sees the tombstone.
/// </summary>
public sealed class Tombstones<TEraser>
    where TEraser : class, ITranscriptEraser
{
    private readonly FactLog<Tombstone<TEraser>> _log;
    private readonly TEraser _eraser;
    private readonly ErasedMessages _messages;
    private readonly string _service;
    private readonly TimeProvider _time;

    internal Tombstones(string service, FactLog<Tombstone<TEraser>> log, TEraser eraser, ErasedMessages messages, TimeProvider time)
    {
        _service = service;
        _log = log;
        _eraser = eraser;
        _messages = messages;
        _time = time;
    }

    /// <summary>The tombstones where something may be left, the oldest first.</summary>
    public IAsyncEnumerable<Versioned<Tombstone<TEraser>>> OpenAsync(int most, CancellationToken cancellationToken) =>
        _log.Collection.StreamAsync(Query.All.Where("open", true).OrderBy("erasedAt").Take(most), cancellationToken);

    /// <summary>Whether the transcript was erased.</summary>
    public async Task<bool> HasAsync(string transcriptId, CancellationToken cancellationToken) =>
        await _log.Collection.FindAsync(transcriptId, cancellationToken) is not null;

    /// <summary>Whether any of the transcripts was erased, and which.</summary>
    public async Task<IReadOnlyList<string>> AmongAsync(IReadOnlyCollection<string> transcriptIds, CancellationToken cancellationToken) =>
        transcriptIds.Count == 0 ? [] : [.. (await _log.Collection.FindManyAsync(transcriptIds, cancellationToken)).Select(found => found.Document.Id)];

    /// <summary>Sets the tombstone. False when the erasure was applied already; what was answered is told again then.</summary>
    public async Task<bool> SetAsync(TranscriptErased fact, CancellationToken cancellationToken)
    {
        var tombstone = new Tombstone<TEraser>
        {
            Id = fact.TranscriptId,
            ErasureId = fact.ErasureId,
            Service = _service,
            ErasedAt = fact.OccurredAt,
        };
        return await _log.InsertAsync(tombstone, cancellationToken)
            || await _log.Collection.FindAsync(fact.TranscriptId, cancellationToken) is { Document.IsOpen: true };
    }

    /// <summary>Sets the tombstone, erases, and answers.</summary>
    public async Task ApplyAsync(TranscriptErased fact, CancellationToken cancellationToken)
    {
        if (await SetAsync(fact, cancellationToken))
            await CloseAsync(fact.TranscriptId, await _eraser.EraseAsync(fact.TranscriptId, cancellationToken), [], cancellationToken);
    }

    /// <summary>Answers that everything is removed, kept messages of the transcript included.</summary>
    public async Task CloseAsync(
        string transcriptId, IReadOnlyDictionary<string, long> counts, IReadOnlyList<ReleaseWithdrawal> releases, CancellationToken cancellationToken)
    {
        long messages = await _messages.EraseAsync(_service, transcriptId, cancellationToken);
        while (await _log.Collection.FindAsync(transcriptId, cancellationToken) is { Document.IsOpen: true } open)
        {
            Tombstone<TEraser> closed = open.Document.With(counts) with { AppliedAt = _time.GetUtcNow(), Releases = [.. open.Document.Releases, .. releases] };
            if (await _log.ReplaceAsync(messages > 0 ? closed.With(new Dictionary<string, long> { ["messages"] = messages }) : closed, open.Version, cancellationToken))
                return;
        }
    }

    /// <summary>Something of an erased transcript was written after all: the tombstone is open again, to be worked once more and answered with the next
    /// revision.</summary>
    public async Task ReopenAsync(string transcriptId, CancellationToken cancellationToken)
    {
        while (await _log.Collection.FindAsync(transcriptId, cancellationToken) is { Document.IsOpen: false } applied)
        {
            Tombstone<TEraser> open = applied.Document with { AppliedAt = null, Revision = applied.Document.Revision + 1 };
            if (await _log.ReplaceAsync(open, applied.Version, cancellationToken))
                return;
        }
    }

    /// <summary>Removes what was written late of those of the transcripts that were erased. To be called after writing.</summary>
    public async Task SweepAsync(IReadOnlyCollection<string> transcriptIds, CancellationToken cancellationToken)
    {
        foreach (string erased in await AmongAsync(transcriptIds, cancellationToken))
        {
            IReadOnlyDictionary<string, long> late = await _eraser.EraseAsync(erased, cancellationToken);
            if (late.Values.Sum() == 0)
                continue;
            await ReopenAsync(erased, cancellationToken);
            await CloseAsync(erased, late, [], cancellationToken);
        }
    }
}
