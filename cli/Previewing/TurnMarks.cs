using System.Text;
using DialInsight.Pseudonyms;

namespace DialInsight.Cli.Previewing;

/// <summary>Where the surrogates are in a text that has them: spans count in the text that they were put into.</summary>
internal static class TurnMarks
{
    /// <summary>The surrogates with their places in code points of the text as it is now.</summary>
    public static IEnumerable<(int Start, int End, IdentifierType Type)> Of(IReadOnlyList<ReplacedSpan> spans)
    {
        int shift = 0;
        foreach (ReplacedSpan span in spans)
        {
            int length = span.Surrogate.EnumerateRunes().Count(), start = span.Start + shift;
            yield return (start, start + length, span.Type);
            shift += length - (span.End - span.Start);
        }
    }

    /// <summary>The text in pieces, each a surrogate of a type or none.</summary>
    public static IEnumerable<(string Text, IdentifierType? Type)> Pieces(string text, IReadOnlyList<ReplacedSpan> spans)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        int at = 0;
        foreach ((int start, int end, IdentifierType type) in Of(spans))
        {
            if (start > at)
                yield return (Slice(runes, at, start), null);
            yield return (Slice(runes, start, end), type);
            at = end;
        }

        if (at < runes.Length)
            yield return (Slice(runes, at, runes.Length), null);
    }

    private static string Slice(Rune[] runes, int start, int end) => string.Concat(runes[start..Math.Min(end, runes.Length)].Select(rune => rune.ToString()));
}
