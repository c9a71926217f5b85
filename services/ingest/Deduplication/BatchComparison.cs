using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>One look at a batch: which of its transcripts nearly repeat one in the index or an earlier one of the batch, and which are new.</summary>
internal sealed class BatchComparison(NearDuplicateIndex index, Banding banding, IDocumentCollection<TranscriptDocument> transcripts, TimeProvider time)
{
    // Where very many are somewhat alike, the most likely ones are compared.
    private const int MostCandidates = 64;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly BandTable _table = new(banding);
    private readonly List<ComparedTranscript> _rows = [];
    private readonly HashSet<UInt128> _known = [];
    private readonly List<IndexedTranscript> _new = [];
    private readonly Dictionary<UInt128, ComparedTranscript?> _stored = [];

    /// <summary>What is to be put into the index: those that are kept and are not in it.</summary>
    public IReadOnlyList<IndexedTranscript> New => _new;

    /// <summary>What each repeats; null for one that is kept, or is not to be compared. Of several the earliest, so that later ones change no answer.</summary>
    public async Task<IReadOnlyList<NearDuplicate?>> CompareAsync(IReadOnlyList<ComparedTranscript?> batch, CancellationToken cancellationToken)
    {
        List<int>[] candidates = [.. batch.Select(Candidates)];
        await ReadAsync([.. candidates.SelectMany(rows => rows).Distinct()], cancellationToken);
        var duplicates = new NearDuplicate?[batch.Count];
        for (int position = 0; position < duplicates.Length; position++)
        {
            if (batch[position] is not { } transcript)
                continue;
            duplicates[position] = InStore(transcript, candidates[position]) ?? InBatch(transcript);
            if (duplicates[position] is null)
                Keep(transcript);
        }

        return duplicates;
    }

    private List<int> Candidates(ComparedTranscript? transcript)
    {
        if (transcript is null)
            return [];
        List<int> rows = index.Find(transcript.Indexed.Entry);
        if (rows.RemoveAll(row => index.KeyOf(row) == transcript.Indexed.Key) > 0)
            _known.Add(transcript.Indexed.Key);
        if (!transcript.IsLongEnough)
            return [];
        rows.RemoveAll(row => index.KeyOf(row) == 0);
        return rows.Count <= MostCandidates
            ? rows
            : [.. rows.OrderBy(row => index.SketchOf(row).Distance(transcript.Indexed.Entry.Sketch)).Take(MostCandidates).Order()];
    }

    /// <summary>Reads the candidates from the store. What another replica has put into the index just now may still be on its way: it is waited for.</summary>
    private async Task ReadAsync(int[] rows, CancellationToken cancellationToken)
    {
        while (true)
        {
            int[] missing = [.. rows.Where(row => !_stored.ContainsKey(index.KeyOf(row)))];
            if (missing.Length == 0)
                return;
            string[] ids = [.. missing.Select(row => IndexedTranscript.IdOf(index.KeyOf(row)))];
            foreach (Versioned<TranscriptDocument> found in await transcripts.FindManyAsync(ids, cancellationToken))
                _stored[IndexedTranscript.KeyOf(found.Document.Id)] = new ComparedTranscript(found.Document.Id, found.Document.Turns, banding);
            if (!missing.Any(row => !_stored.ContainsKey(index.KeyOf(row)) && index.IsFresh(row)))
                return;
            await Task.Delay(s_pause, time, cancellationToken);
        }
    }

    private NearDuplicate? InStore(ComparedTranscript transcript, List<int> rows) => rows
        .Select(row => _stored.GetValueOrDefault(index.KeyOf(row)))
        .OfType<ComparedTranscript>()
        .Select(stored => Compare(transcript, stored))
        .FirstOrDefault(duplicate => duplicate is not null);

    private NearDuplicate? InBatch(ComparedTranscript transcript)
    {
        List<int> rows = [];
        if (transcript.IsLongEnough)
            _table.Find(transcript.Indexed.Entry.Keys, transcript.Indexed.Entry.Sketch, rows);
        return rows.Select(row => _rows[row])
            .Where(other => other.Indexed.Key != transcript.Indexed.Key)
            .Select(other => Compare(transcript, other))
            .FirstOrDefault(duplicate => duplicate is not null);
    }

    private NearDuplicate? Compare(ComparedTranscript transcript, ComparedTranscript other)
    {
        double jaccard = transcript.Jaccard(other);
        return jaccard >= banding.Threshold ? new NearDuplicate(IndexedTranscript.IdOf(other.Indexed.Key), jaccard) : null;
    }

    private void Keep(ComparedTranscript transcript)
    {
        _table.Add(transcript.Indexed.Entry.Keys, transcript.Indexed.Entry.Sketch);
        _rows.Add(transcript);

        // The same one may stand in a batch twice, or have been put into the index and never stored.
        if (_known.Add(transcript.Indexed.Key))
            _new.Add(transcript.Indexed);
    }
}
