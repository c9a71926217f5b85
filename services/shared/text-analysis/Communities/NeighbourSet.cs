using System.Numerics;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// A set of indexes below a limit, as an ascending list or as a bitmap, whichever is smaller: n sets of up to n never need more than n²/8
/// bytes, even where all vectors are alike.
/// </summary>
internal readonly struct NeighbourSet
{
    private readonly int[]? _list;
    private readonly ulong[]? _bitmap;

    private NeighbourSet(int[]? list, ulong[]? bitmap, int count)
    {
        (_list, _bitmap, Count) = (list, bitmap, count);
    }

    /// <summary>How many indexes are in the set.</summary>
    public int Count { get; }

    /// <summary>A set that will hold <paramref name="capacity"/> indexes below <paramref name="limit"/>, to be filled by <see cref="Put"/>.</summary>
    public static NeighbourSet Reserve(int capacity, int limit) => (long)capacity * sizeof(int) * 8 <= limit
        ? new NeighbourSet(capacity == 0 ? [] : new int[capacity], null, capacity)
        : new NeighbourSet(null, new ulong[(limit + 63) / 64], capacity);

    /// <summary>The set of some indexes, in any order, below <paramref name="limit"/>.</summary>
    public static NeighbourSet Of(List<int> indexes, int limit)
    {
        indexes.Sort();
        NeighbourSet set = Reserve(indexes.Count, limit);
        for (int place = 0; place < indexes.Count; place++)
            set.Put(place, indexes[place]);
        return set;
    }

    /// <summary>Puts the index of the given ascending place into a reserved set.</summary>
    public void Put(int place, int index)
    {
        if (_list is not null)
            _list[place] = index;
        else
            _bitmap![index >> 6] |= 1UL << index;
    }

    /// <summary>Goes through the set in ascending order.</summary>
    public IEnumerator<int> GetEnumerator()
    {
        if (_list is not null)
        {
            foreach (int index in _list)
                yield return index;
            yield break;
        }

        for (int word = 0; word < (_bitmap?.Length ?? 0); word++)
        {
            for (ulong bits = _bitmap![word]; bits != 0; bits &= bits - 1)
                yield return (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
    }

    /// <summary>Appends, ascending, the indexes that are not marked in <paramref name="taken"/> (a bitmap).</summary>
    public void CopyTo(List<int> output, ReadOnlySpan<ulong> taken)
    {
        foreach (int index in _list ?? [])
        {
            if ((taken[index >> 6] & (1UL << index)) == 0)
                output.Add(index);
        }

        for (int word = 0; word < (_bitmap?.Length ?? 0); word++)
        {
            for (ulong bits = _bitmap![word] & ~taken[word]; bits != 0; bits &= bits - 1)
                output.Add((word << 6) + BitOperations.TrailingZeroCount(bits));
        }
    }
}
