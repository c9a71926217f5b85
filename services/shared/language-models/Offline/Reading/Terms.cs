using System.Globalization;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Cuts a text of either language into content-bearing terms.</summary>
internal static class Terms
{
    /// <summary>Adds the terms of a text to a list.</summary>
    public static void Collect(ReadOnlySpan<char> text, List<Term> into)
    {
        int index = 0;
        while (index < text.Length)
        {
            if (IsHan(text[index]))
            {
                if (index + 1 < text.Length && IsHan(text[index + 1]) && !StopWords.HoldsCharacter(text[index]) && !StopWords.HoldsCharacter(text[index + 1]))
                    into.Add(new Term(((ulong)text[index] << 16) | text[index + 1], index, 2));
                index++;
            }
            else if (char.IsLetterOrDigit(text[index]))
            {
                index = CollectWord(text, index, into);
            }
            else
            {
                index++;
            }
        }
    }

    /// <summary>The keys of a text's terms.</summary>
    public static HashSet<ulong> Keys(ReadOnlySpan<char> text)
    {
        List<Term> terms = [];
        Collect(text, terms);
        HashSet<ulong> keys = new(terms.Count);
        foreach (Term term in terms)
            keys.Add(term.Key);
        return keys;
    }

    /// <summary>Whether a character is a Chinese one of the basic plane.</summary>
    public static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    private static int CollectWord(ReadOnlySpan<char> text, int start, List<Term> into)
    {
        int end = start + 1;
        while (end < text.Length && IsWordPart(text, end))
            end++;
        ReadOnlySpan<char> word = text[start..end];
        if (!StopWords.HoldsWord(word) && (word.Length > 1 || char.IsDigit(word[0])))
            into.Add(new Term(Key(word), start, word.Length));
        return end;
    }

    private static bool IsWordPart(ReadOnlySpan<char> text, int index) =>
        (char.IsLetterOrDigit(text[index]) && !IsHan(text[index]))
        || (text[index] is '.' or ',' or ':' && char.IsDigit(text[index - 1]) && index + 1 < text.Length && char.IsDigit(text[index + 1]));

    private static ulong Key(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLower(folded, CultureInfo.InvariantCulture);
        bool plural = folded.Length > 3 && folded[^1] == 's' && folded[^2] != 's';
        return Variant.Hash(plural ? folded[..^1] : folded) | (1UL << 63);
    }
}
