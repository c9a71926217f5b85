using System.Text;

namespace DialInsight.TextAnalysis.Tokens;

/// <summary>
/// Unicode normalisation form C (UAX #15) on tables of its own: with invariant globalisation, or on a machine without ICU,
/// <see cref="string.Normalize()"/> leaves text beyond ASCII as it is.
/// </summary>
public static class CanonicalComposition
{
    /// <summary>The composed form; the argument itself where it is composed already. A lone surrogate that has to be touched becomes U+FFFD.</summary>
    public static ReadOnlySpan<char> Compose(ReadOnlySpan<char> text)
    {
        int first = IndexOfUnsettled(text, 0);
        return first < 0 ? text : ComposeFrom(text, first);
    }

    /// <summary>The composed form of a string; the same instance where it is composed already.</summary>
    public static string Compose(string text)
    {
        int first = IndexOfUnsettled(text, 0);
        return first < 0 ? text : ComposeFrom(text, first);
    }

    private static string ComposeFrom(ReadOnlySpan<char> text, int unsettled)
    {
        var composed = new StringBuilder(text.Length);
        var stretch = new CanonicalStretch();
        int copied = 0;
        while (unsettled >= 0)
        {
            int start = unsettled > copied ? StartOfPrevious(text, unsettled) : unsettled;
            int end = EndOfStretch(text, unsettled);
            composed.Append(text[copied..start]);
            stretch.Compose(text[start..end], composed);
            copied = end;
            unsettled = IndexOfUnsettled(text, end);
        }

        return composed.Append(text[copied..]).ToString();
    }

    /// <summary>The first code point that may change or combine with what stands before it, or -1.</summary>
    private static int IndexOfUnsettled(ReadOnlySpan<char> text, int start)
    {
        // Nothing below U+0300 does, and that is most of what there is.
        int skipped = text[start..].IndexOfAnyExceptInRange('\0', '\u02FF');
        if (skipped < 0)
            return -1;
        for (int index = start + skipped; index < text.Length;)
        {
            int length = Read(text, index, out int codePoint);
            if (!CanonicalTables.IsSettled(codePoint))
                return index;
            index += length;
        }

        return -1;
    }

    private static int EndOfStretch(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length)
        {
            int length = Read(text, index, out int codePoint);
            if (CanonicalTables.IsSettled(codePoint))
                break;
            index += length;
        }

        return index;
    }

    private static int StartOfPrevious(ReadOnlySpan<char> text, int index) =>
        index >= 2 && char.IsSurrogatePair(text[index - 2], text[index - 1]) ? index - 2 : index - 1;

    private static int Read(ReadOnlySpan<char> text, int index, out int codePoint)
    {
        codePoint = text[index];
        if (!char.IsSurrogate(text[index]))
            return 1;
        Rune.DecodeFromUtf16(text[index..], out Rune rune, out int length);
        codePoint = rune.Value;
        return length;
    }
}
