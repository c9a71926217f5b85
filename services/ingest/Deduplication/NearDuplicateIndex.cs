using DialInsight.Storage;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>
/// The index of near duplicates: a log of segments in the store, which every replica appends to and reads on from where it stood. Of what it read it holds the latest in memory
/// and the rest in temporary files. Not safe to share between threads.
/// </summary>
internal sealed class NearDuplicateIndex(IDocumentCollection<NearDuplicateSegment> segments, Banding banding, int held, TimeProvider time) : IDisposable
{
    // What an entry is made from changes with the version, and nothing of before can be compared then.
    private const int Version = 2;

    // A replica stores its transcripts right after their segment.
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(2);

    private readonly string _prefix = $"{banding.Bands}x{banding.Rows}-{Version}/";
    private readonly IndexedRows _rows = new(banding, held);
    private int _next;
    private int _freshFrom;
    private long _freshSince;

    /// <summary>How many transcripts are in the index, as far as it is read.</summary>
    public int Count { get; private set; }

    /// <summary>Deletes what was kept for other parameters.</summary>
    public async Task DeleteOthersAsync(CancellationToken cancellationToken)
    {
        await segments.DeleteWhereAsync(Query.All.Before("id", _prefix), cancellationToken);
        await segments.DeleteWhereAsync(Query.All.From("id", End), cancellationToken);
    }

    /// <summary>Reads what others appended.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        int known = _rows.Count;
        Query others = Query.All.From("id", NearDuplicateSegment.IdOf(_prefix, _next)).Before("id", End);
        await foreach (Versioned<NearDuplicateSegment> segment in segments.StreamAsync(others, cancellationToken))
            Add(IndexedTranscript.Read(segment.Document.Rows, banding));

        if (_rows.Count == known || time.GetElapsedTime(_freshSince) < s_fresh)
            return;
        (_freshFrom, _freshSince) = (known, time.GetTimestamp());
    }

    /// <summary>Appends transcripts, unless another replica has appended since the last refresh: then false, and nothing is changed.</summary>
    public async Task<bool> TryAppendAsync(IReadOnlyList<IndexedTranscript> transcripts, CancellationToken cancellationToken)
    {
        if (transcripts.Count == 0)
            return true;
        string id = NearDuplicateSegment.IdOf(_prefix, _next);
        if (!await segments.InsertAsync(new NearDuplicateSegment(id, IndexedTranscript.Write(transcripts, banding)), cancellationToken))
            return false;
        Add(transcripts);
        return true;
    }

    /// <summary>The rows that may be near duplicates, the earliest first.</summary>
    public List<int> Find(BandEntry entry) => _rows.Find(entry);

    /// <summary>The transcript of a row; 0 for one that was removed.</summary>
    public UInt128 KeyOf(int row) => _rows[row].Key;

    /// <summary>The sketch of a row.</summary>
    public Sketch SketchOf(int row) => _rows[row].Sketch;

    /// <summary>Whether the transcript is in the index.</summary>
    public bool Contains(IndexedTranscript transcript) => Find(transcript.Entry).Exists(row => KeyOf(row) == transcript.Key);

    /// <summary>Whether a row was read so lately that its transcript may be on its way to the store.</summary>
    public bool IsFresh(int row) => row >= _freshFrom && time.GetElapsedTime(_freshSince) < s_fresh;

    /// <summary>Removes a transcript, from the store too. Safe to repeat.</summary>
    public async Task RemoveAsync(IndexedTranscript removed, CancellationToken cancellationToken)
    {
        foreach (int row in Find(removed.Entry).Where(row => KeyOf(row) == removed.Key))
        {
            await RemoveAsync(NearDuplicateSegment.IdOf(_prefix, (int)_rows[row].Segment), removed.Key, cancellationToken);
            _rows.Remove(row);
            Count--;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private string End => _prefix[..^1] + (char)('/' + 1);

    private async Task RemoveAsync(string segment, UInt128 key, CancellationToken cancellationToken)
    {
        while (await segments.FindAsync(segment, cancellationToken) is { } found)
        {
            IndexedTranscript[] rest = [.. IndexedTranscript.Read(found.Document.Rows, banding).Where(transcript => transcript.Key != key)];
            if (await segments.ReplaceAsync(found.Document with { Rows = IndexedTranscript.Write(rest, banding) }, found.Version, cancellationToken))
                return;
        }
    }

    /// <summary>Adds the transcripts of the next segment.</summary>
    private void Add(IEnumerable<IndexedTranscript> transcripts)
    {
        foreach (IndexedTranscript transcript in transcripts)
        {
            _rows.Add(transcript, _next);
            Count++;
        }

        // Last, since it may fail: all is as it should be then, and it is done the next time.
        _next++;
        _rows.Seal();
    }
}
