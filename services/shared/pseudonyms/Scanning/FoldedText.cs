using System.Globalization;
using System.Text;

namespace DialInsight.Pseudonyms.Scanning;

/// <summary>
/// A text with one char for each code point, so that an index is an offset in code points: full-width forms, circled and styled digits and Traditional
/// characters are folded to the form that the scanners know. The original is kept to copy from.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>Stands for a code point beyond the basic plane that is no digit and no Chinese character.</summary>
    public const char Other = '\uFFFC';

    /// <summary>Stands for a rare Chinese character beyond the basic plane.</summary>
    private const char RareCharacter = '㐀';

    // Where each code point begins; null where each is one char.
    private readonly int[]? _units;

    public FoldedText(string text)
    {
        Original = text;
        (Cased, _units) = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? (FoldBasic(text), null) : Fold(text);
        Lower = Cased.ToLowerInvariant();
        IsTraditional = HasTraditional(text);
        HasHan = Cased.AsSpan().IndexOfAnyInRange('\u3400', '\u9FFF') >= 0;
        HasLatin = Cased.AsSpan().IndexOfAnyInRange('a', 'z') >= 0 || Cased.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0 || Cased.AsSpan().IndexOfAnyInRange('\u00C0', '\u024F') >= 0;
    }

    public string Original { get; }

    /// <summary>The folded text, case kept.</summary>
    public string Cased { get; }

    /// <summary>The folded text in lower case; the same length.</summary>
    public string Lower { get; }

    public int Length => Cased.Length;

    /// <summary>Whether there is any Chinese character.</summary>
    public bool HasHan { get; }

    /// <summary>Whether any character is one that Simplified writing does not use.</summary>
    public bool IsTraditional { get; }

    /// <summary>Whether there is any Latin letter.</summary>
    public bool HasLatin { get; }

    /// <summary>The folded character at an offset; NUL outside of the text.</summary>
    public char this[int index] => (uint)index < (uint)Cased.Length ? Cased[index] : '\0';

    /// <summary>Whether the text goes on with a word in lower case at an offset, in whatever case.</summary>
    public bool Says(int index, string word) => (uint)index <= (uint)Lower.Length && Lower.AsSpan(index).StartsWith(word);

    /// <summary>The first of some words in lower case that the text goes on with at an offset; null where it does with none.</summary>
    public string? SaysAny(int index, string[] words)
    {
        foreach (string word in words)
        {
            if (Says(index, word))
                return word;
        }

        return null;
    }

    /// <summary>Whether a word of Latin letters in lower case stands at an offset, whole.</summary>
    public bool HasWord(int index, string word) =>
        Says(index, word) && !Characters.IsWord(this[index - 1]) && !Characters.IsWord(this[index + word.Length]);

    /// <summary>The original text between two offsets.</summary>
    public ReadOnlySpan<char> Slice(int start, int end) => _units is null ? Original.AsSpan(start, end - start) : Original.AsSpan(_units[start].._units[end]);

    /// <summary>The end of a text, folded, in lower case.</summary>
    public static string Tail(string text, int length) => new FoldedText(text.Length > length ? text[^length..] : text).Lower;

    private static bool HasTraditional(string text)
    {
        foreach (char character in text)
        {
            if (Traditional.IsTraditional(character))
                return true;
        }

        return false;
    }

    private static string FoldBasic(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (int index = 0; index < text.Length; index++)
            folded[index] = Fold(new Rune(text[index]));
    });

    private static (string Folded, int[] Units) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var units = new List<int>(text.Length + 1);
        int unit = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            units.Add(unit);
            folded.Append(Fold(rune));

            // A lone surrogate reads as U+FFFD, which takes the one unit that it is.
            unit += rune.Utf16SequenceLength;
        }

        units.Add(unit);
        return (folded.ToString(), [.. units]);
    }

    private static char Fold(Rune rune)
    {
        int value = rune.Value;
        if (value < 0x80)
            return (char)value;
        if (value is >= Traditional.First and <= Traditional.Last)
            return Traditional.ToSimplified((char)value);
        if (value is >= 0xFF01 and <= 0xFF5E)
            return (char)(value - 0xFEE0);
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            return (char)('0' + (int)Rune.GetNumericValue(rune));
        if (Digits.Circled(value) is { } circled)
            return (char)('0' + circled);
        if (rune.IsBmp)
            return value == 0x3000 ? ' ' : Traditional.ToSimplified((char)value);
        return Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter ? RareCharacter : Other;
    }
}
