using System.Numerics;

namespace DialInsight.TextAnalysis.Overlap;

/// <summary>
/// ROUGE-L (Lin 2004): how much of two sequences is one common subsequence. F with equal weights, <c>2·LCS / (m + n)</c>.
/// The subsequence's length is found bit-parallel (Hyyrö 2004): 64 elements of the first sequence a step.
/// </summary>
public static class RougeL
{
    /// <summary>The F-measure of two sequences, 0 to 1; 0 where either is empty.</summary>
    public static double F(ReadOnlySpan<int> first, ReadOnlySpan<int> second) =>
        first.IsEmpty || second.IsEmpty ? 0 : 2.0 * CommonSubsequence(first, second) / (first.Length + second.Length);

    /// <summary>
    /// The F-measure of two texts: over characters where <paramref name="language"/> is Chinese (<c>zh</c>, <c>zh-…</c>), over lower-cased words
    /// in every other; spaces and punctuation do not count.
    /// </summary>
    public static double F(string first, string second, string language)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return F(Number(first), Number(second));

        int[] Number(string text) => [.. RougeUnits.Of(text, language).Select(unit =>
        {
            numbers.TryAdd(unit, numbers.Count);
            return numbers[unit];
        })];
    }

    /// <summary>The length of the longest common subsequence.</summary>
    public static int CommonSubsequence(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int words = (first.Length + 63) / 64;
        Dictionary<int, ulong[]> places = Places(first, words);
        var open = new ulong[words];
        Array.Fill(open, ulong.MaxValue);
        foreach (int element in second)
        {
            if (places.TryGetValue(element, out ulong[]? matches))
                Advance(open, matches);
        }

        return Matched(open, first.Length);
    }

    /// <summary>A zero bit in <paramref name="open"/> is a place where the subsequence grew: open = (open + u) | (open - u), u = open and matches.</summary>
    private static void Advance(ulong[] open, ulong[] matches)
    {
        ulong carry = 0;
        for (int word = 0; word < open.Length; word++)
        {
            ulong hits = open[word] & matches[word];
            ulong sum = open[word] + hits;
            ulong overflow = sum < hits ? 1UL : 0;
            ulong total = sum + carry;
            carry = overflow | (total < sum ? 1UL : 0);
            open[word] = total | (open[word] & ~hits);
        }
    }

    private static Dictionary<int, ulong[]> Places(ReadOnlySpan<int> sequence, int words)
    {
        var places = new Dictionary<int, ulong[]>();
        for (int index = 0; index < sequence.Length; index++)
        {
            if (!places.TryGetValue(sequence[index], out ulong[]? bits))
                places[sequence[index]] = bits = new ulong[words];
            bits[index >> 6] |= 1UL << index;
        }

        return places;
    }

    private static int Matched(ulong[] open, int length)
    {
        int matched = 0;
        for (int word = 0; word < open.Length; word++)
        {
            int used = Math.Min(64, length - (word * 64));
            ulong mask = used == 64 ? ulong.MaxValue : (1UL << used) - 1;
            matched += BitOperations.PopCount(~open[word] & mask);
        }

        return matched;
    }
}
