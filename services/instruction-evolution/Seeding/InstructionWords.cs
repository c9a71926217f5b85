using System.Text;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>The words of an instruction: English words, and for Chinese, which writes none, pairs of neighbouring characters.</summary>
internal static class InstructionWords
{
    private const string ChineseFunctionCharacters =
        "的了着过是在有和与及或并而且但则即就都也还又再把被将对向从到给为以于由请这那此该其之所者些个们你我他她它吗呢吧啊呀嘛哦么什怎哪谁几很更最太非常不没无要可能会应需须让使得地中里上下内外前后时";

    private static readonly HashSet<string> s_englishFunctionWords = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "and", "or", "but", "nor", "so", "yet", "of", "in", "on", "at", "to", "by", "for", "from", "with", "without", "into", "onto", "over", "under",
        "about", "as", "than", "then", "if", "when", "while", "is", "am", "are", "was", "were", "be", "been", "being", "do", "does", "did", "have", "has", "had",
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "not", "no", "it", "its", "this", "that", "these", "those", "there", "here",
        "i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "we", "us", "our", "they", "them", "their", "what", "which", "who", "whom", "whose",
        "how", "why", "where", "all", "any", "each", "both", "some", "such", "only", "also", "very", "just", "please", "up", "out", "off", "more", "most", "other",
    };

    /// <summary>How long a text is in its language's measure: characters without spaces for Chinese, words for English.</summary>
    public static int Length(string text, string language) =>
        language == "zh" ? text.EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune)) : Words(text).Count();

    /// <summary>The words that carry meaning, lower-cased, English plurals cut.</summary>
    public static IEnumerable<string> Content(string text, string language) =>
        language == "zh" ? Pairs(text).Concat(EnglishContent(text)) : EnglishContent(text);

    private static IEnumerable<string> EnglishContent(string text) =>
        Words(text).Where(word => !s_englishFunctionWords.Contains(word) && word.All(char.IsAsciiLetterOrDigit)).Select(Stem);

    private static string Stem(string word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    private static IEnumerable<string> Pairs(string text)
    {
        char before = default;
        foreach (char character in text)
        {
            bool carries = IsHan(character) && !ChineseFunctionCharacters.Contains(character, StringComparison.Ordinal);
            if (carries && before != default)
                yield return string.Concat(before.ToString(), character.ToString());
            before = carries ? character : default;
        }
    }

    private static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int index = 0; index <= text.Length; index++)
        {
            bool inside = index < text.Length && (char.IsLetterOrDigit(text[index]) || (start >= 0 && text[index] is '\'' or '’'));
            if (inside && start < 0)
                start = index;
            if (inside || start < 0)
                continue;
            yield return text[start..index].TrimEnd('\'', '’').ToLowerInvariant();
            start = -1;
        }
    }
}
