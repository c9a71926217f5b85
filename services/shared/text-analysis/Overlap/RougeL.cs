namespace DialInsight.TextAnalysis.Overlap;

/// <summary>
/// ROUGE-L (Lin 2004): how much of two sequences is one common subsequence. F with equal weights, <c>2·LCS / (m + n)</c>.
/// To compare one text with many, see <see cref="RougeIndex"/>.
/// </summary>
public static class RougeL
{
    /// <summary>The F-measure of two sequences, 0 to 1; 0 where either is empty.</summary>
    public static double F(ReadOnlySpan<int> first, ReadOnlySpan<int> second) => F(CommonSubsequence(first, second), first.Length, second.Length);

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
    public static int CommonSubsequence(ReadOnlySpan<int> first, ReadOnlySpan<int> second) => new SubsequencePattern(first).CommonWith(second);

    /// <summary>The F-measure of sequences of lengths <paramref name="m"/> and <paramref name="n"/> with <paramref name="common"/> elements in common.</summary>
    internal static double F(int common, int m, int n) => m == 0 || n == 0 ? 0 : 2.0 * common / (m + n);
}
