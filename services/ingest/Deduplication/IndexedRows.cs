using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>
/// The rows of the index, numbered as they were added. The latest are in memory; when they are many they are sealed into a file, and files of one size are made one of twice the
/// size, so that there are few to look through and each row is written few times. Not safe to share between threads.
/// </summary>
/// <param name="banding">The bands of each.</param>
/// <param name="held">How many rows are held in memory, about 200 bytes each.</param>
internal sealed class IndexedRows(Banding banding, int held) : IDisposable
{
    private readonly List<SealedStretch> _sealed = [];
    private readonly List<StretchRow> _rows = [];
    private BandTable _latest = new(banding);
    private int _first;

    /// <summary>How many rows there are.</summary>
    public int Count => _first + _rows.Count;

    /// <summary>A row, by its number.</summary>
    public StretchRow this[int row] => row >= _first ? _rows[row - _first] : StretchOf(row)[row];

    /// <summary>Adds a row.</summary>
    public void Add(IndexedTranscript transcript, int segment)
    {
        _latest.Add(transcript.Entry.Keys, transcript.Entry.Sketch);
        _rows.Add(StretchRow.Of(transcript, segment));
    }

    /// <summary>Puts what is more than may be held into a file. Changes no answer.</summary>
    /// <exception cref="IOException">There is no room for it: the rows are held on.</exception>
    public void Seal()
    {
        if (_rows.Count < held)
            return;
        _sealed.Add(SealedStretch.Of(_latest, _rows, _first, banding));
        _first += _rows.Count;
        _rows.Clear();
        _latest = new BandTable(banding);
        while (_sealed is [.., var earlier, var later] && earlier.Count <= 2 * later.Count)
        {
            var both = SealedStretch.Of(earlier, later);
            _sealed.RemoveRange(_sealed.Count - 2, 2);
            _sealed.Add(both);
            earlier.Dispose();
            later.Dispose();
        }
    }

    /// <summary>The rows that share a band with an entry and may be its near duplicates, the earliest first.</summary>
    public List<int> Find(BandEntry entry)
    {
        List<int> found = [];
        foreach (SealedStretch stretch in _sealed)
            stretch.Find(entry, found);
        if (found.Count > 1)
            found = [.. found.Distinct().Order()];
        int held = found.Count;
        _latest.Find(entry.Keys, entry.Sketch, found);
        for (int index = held; index < found.Count; index++)
            found[index] += _first;
        return found;
    }

    /// <summary>Forgets whose a row is.</summary>
    public void Remove(int row)
    {
        if (row >= _first)
            _rows[row - _first] = _rows[row - _first].Removed();
        else
            StretchOf(row).Replace(row, this[row].Removed());
    }

    /// <inheritdoc/>
    public void Dispose() => _sealed.ForEach(stretch => stretch.Dispose());

    private SealedStretch StretchOf(int row) => _sealed.FindLast(stretch => stretch.First <= row)!;
}
