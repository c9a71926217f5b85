using System.Numerics;

namespace DialInsight.TextAnalysis.Overlap;

/// <summary>
/// One sequence that many others are compared with. The length of the longest common subsequence is found bit-parallel (Hyyrö 2004): 64
/// elements of this sequence a step. Not for several threads at once.
/// </summary>
internal sealed class SubsequencePattern
{
    private readonly Dictionary<int, ulong[]> _places = [];
    private readonly ulong[] _open;
    private readonly int _length;

    public SubsequencePattern(ReadOnlySpan<int> sequence)
    {
        _length = sequence.Length;
        _open = new ulong[(sequence.Length + 63) / 64];
        for (int index = 0; index < sequence.Length; index++)
        {
            if (!_places.TryGetValue(sequence[index], out ulong[]? bits))
                _places[sequence[index]] = bits = new ulong[_open.Length];
            bits[index >> 6] |= 1UL << index;
        }
    }

    /// <summary>The length of the longest common subsequence with another sequence.</summary>
    public int CommonWith(ReadOnlySpan<int> other)
    {
        Array.Fill(_open, ulong.MaxValue);
        foreach (int element in other)
        {
            if (_places.TryGetValue(element, out ulong[]? matches))
                Advance(matches);
        }

        return Matched();
    }

    /// <summary>A zero bit in <c>open</c> is a place where the subsequence grew: open = (open + u) | (open - u), u = open and matches.</summary>
    private void Advance(ulong[] matches)
    {
        ulong carry = 0;
        for (int word = 0; word < _open.Length; word++)
        {
            ulong hits = _open[word] & matches[word];
            ulong sum = _open[word] + hits;
            ulong overflow = sum < hits ? 1UL : 0;
            ulong total = sum + carry;
            carry = overflow | (total < sum ? 1UL : 0);
            _open[word] = total | (_open[word] & ~hits);
        }
    }

    private int Matched()
    {
        int matched = 0;
        for (int word = 0; word < _open.Length; word++)
        {
            int used = Math.Min(64, _length - (word * 64));
            ulong mask = used == 64 ? ulong.MaxValue : (1UL << used) - 1;
            matched += BitOperations.PopCount(~_open[word] & mask);
        }

        return matched;
    }
}
