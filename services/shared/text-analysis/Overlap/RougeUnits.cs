using System.Text;

namespace DialInsight.TextAnalysis.Overlap;

/// <summary>What ROUGE compares: the usual tokeniser keeps only a-z and 0-9 and so erases Chinese; this one does not.</summary>
internal static class RougeUnits
{
    /// <summary>Characters that are letters or digits in Chinese; runs of them, lower-cased, in other languages.</summary>
    public static IEnumerable<string> Of(string text, string language)
    {
        bool characters = language == "zh" || language.StartsWith("zh-", StringComparison.OrdinalIgnoreCase);
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool counts = Rune.IsLetterOrDigit(rune);
            if (word.Length > 0 && (characters || !counts))
            {
                yield return word.ToString();
                word.Clear();
            }

            if (counts)
                word.Append(Rune.ToLowerInvariant(rune));
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
