namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>The distinct shingles of a text, to compare it exactly with others.</summary>
public sealed class ShingleSet
{
    private readonly ulong[] _sorted;

    /// <summary>The set of what <see cref="Shingles.Of"/> answered; the array is copied.</summary>
    public ShingleSet(ReadOnlySpan<ulong> shingles)
    {
        ulong[] sorted = shingles.ToArray();
        Array.Sort(sorted);
        int count = 0;
        for (int index = 0; index < sorted.Length; index++)
        {
            if (index == 0 || sorted[index] != sorted[index - 1])
                sorted[count++] = sorted[index];
        }

        _sorted = sorted[..count];
    }

    /// <summary>How many distinct shingles there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>The resemblance of two texts, 0 to 1 (Broder 1997): the size of the sets' intersection over that of their union; 0 where both are empty.</summary>
    public double Jaccard(ShingleSet other)
    {
        ReadOnlySpan<ulong> left = _sorted, right = other._sorted;
        int i = 0, j = 0, common = 0;
        while (i < left.Length && j < right.Length)
        {
            ulong a = left[i], b = right[j];
            common += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        int union = left.Length + right.Length - common;
        return union == 0 ? 0 : (double)common / union;
    }
}
