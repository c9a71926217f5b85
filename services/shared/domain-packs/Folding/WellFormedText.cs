using System.Text;

namespace DialInsight.DomainPacks.Folding;

/// <summary>Text that can be written as UTF-8.</summary>
internal static class WellFormedText
{
    /// <summary>The text, with U+FFFD for each half of a surrogate pair that stands alone.</summary>
    public static string Of(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !Rune.TryGetRuneAt(text, i, out _))
                return string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
            if (char.IsHighSurrogate(text[i]))
                i++;
        }

        return text;
    }
}
