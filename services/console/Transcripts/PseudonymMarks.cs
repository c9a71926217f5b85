using System.Text;
using DialInsight.Pseudonyms;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Transcripts;

/// <summary>Marks surrogates in a kept text. They have the shape of what they replaced, so the detector that found the one finds the other.</summary>
internal static class PseudonymMarks
{
    /// <summary>The text in stretches, surrogates by type.</summary>
    public static IReadOnlyList<Stretch> In(string text, string language, Visit visit)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        List<Stretch> stretches = [];
        int shown = 0;
        foreach (IdentifierSpan span in Pseudonymiser.Detect(text, language))
        {
            if (span.Start > shown)
                stretches.Add(new Stretch(Slice(runes, shown, span.Start)));
            stretches.Add(new Stretch(Slice(runes, span.Start, span.End), "pseudonym", Words.OfIdentifier(span.Type.ToName(), visit)));
            shown = span.End;
        }

        if (shown < runes.Length)
            stretches.Add(new Stretch(Slice(runes, shown, runes.Length)));
        return stretches;
    }

    private static string Slice(Rune[] runes, int from, int to) => string.Concat(runes[from..to]);
}
