using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Reviews;

/// <summary>Marks in a dialogue what an answer quotes from it.</summary>
internal static class QuotationMarks
{
    /// <summary>A turn in stretches, the quoted ones marked; of quotations that overlap the first counts.</summary>
    public static IReadOnlyList<Stretch> In(string text, IReadOnlyList<string> quotations, string title)
    {
        List<Stretch> stretches = [];
        int shown = 0;
        foreach ((int at, int length) in Places(text, quotations))
        {
            if (at < shown)
                continue;
            if (at > shown)
                stretches.Add(new Stretch(text[shown..at]));
            stretches.Add(new Stretch(text.Substring(at, length), "quote", title));
            shown = at + length;
        }

        if (shown < text.Length)
            stretches.Add(new Stretch(text[shown..]));
        return stretches;
    }

    private static IEnumerable<(int At, int Length)> Places(string text, IReadOnlyList<string> quotations) => quotations
        .Select(quotation => (At: text.IndexOf(quotation, StringComparison.Ordinal), quotation.Length))
        .Where(place => place.At >= 0)
        .OrderBy(place => place.At).ThenByDescending(place => place.Length);
}
