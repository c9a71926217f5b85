namespace DialInsight.TextAnalysis.Tokens;

/// <summary>A binary heap of what may be merged, lowest rank and then leftmost first: rank and place in one number, so that comparing is one step.</summary>
internal sealed class MergeQueue(int capacity)
{
    private long[] _entries = new long[Math.Max(capacity, 16)];
    private int _count;

    /// <summary>Adds a place and the rank that merging there would give.</summary>
    public void Add(int rank, int place)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, checked(_count * 2));
        long entry = ((long)rank << 32) | (uint)place;
        int hole = _count++;
        while (hole > 0 && _entries[(hole - 1) / 2] > entry)
        {
            _entries[hole] = _entries[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }

        _entries[hole] = entry;
    }

    /// <summary>Takes the lowest entry; false where there is none.</summary>
    public bool TryTake(out int rank, out int place)
    {
        long lowest = _count > 0 ? _entries[0] : 0;
        (rank, place) = ((int)(lowest >> 32), (int)lowest);
        if (_count == 0)
            return false;
        SinkFromTop(_entries[--_count]);
        return true;
    }

    private void SinkFromTop(long entry)
    {
        int hole = 0;
        for (int child = 1; child < _count; child = (2 * hole) + 1)
        {
            if (child + 1 < _count && _entries[child + 1] < _entries[child])
                child++;
            if (_entries[child] >= entry)
                break;
            _entries[hole] = _entries[child];
            hole = child;
        }

        _entries[hole] = entry;
    }
}
