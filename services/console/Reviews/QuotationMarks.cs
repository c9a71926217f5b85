using System.Text;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Reviews;

/// <summary>Marks in a dialogue what an answer quotes from it. As in the check of answers, case, white space and punctuation do not count.</summary>
internal static class QuotationMarks
{
    private const int WideToNarrow = '！' - '!';

    /// <summary>A turn in stretches, the quoted ones marked; of quotations that overlap the first counts.</summary>
    public static IReadOnlyList<Stretch> In(string text, IReadOnlyList<string> quotations, string title)
    {
        List<Stretch> stretches = [];
        int shown = 0;
        foreach ((int at, int end) in Places(text, quotations))
        {
            if (at < shown)
                continue;
            if (at > shown)
                stretches.Add(new Stretch(text[shown..at]));
            stretches.Add(new Stretch(text[at..end], "quote", title));
            shown = end;
        }

        if (shown < text.Length)
            stretches.Add(new Stretch(text[shown..]));
        return stretches;
    }

    private static IEnumerable<(int At, int End)> Places(string text, IReadOnlyList<string> quotations)
    {
        (string words, List<int> places) = Words(text);
        return quotations
            .Select(quotation => Words(quotation).Words)
            .Where(wanted => wanted.Length > 0)
            .SelectMany(wanted => Occurrences(words, wanted).Select(at => (At: places[at], End: places[at + wanted.Length - 1] + 1)))
            .OrderBy(place => place.At).ThenByDescending(place => place.End);
    }

    private static IEnumerable<int> Occurrences(string words, string wanted)
    {
        for (int at = words.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = words.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
            yield return at;
    }

    /// <summary>The letters and digits of a text, and where each of them stands in it.</summary>
    private static (string Words, List<int> Places) Words(string text)
    {
        StringBuilder words = new(text.Length);
        List<int> places = [];
        for (int at = 0; at < text.Length; at++)
        {
            char narrow = text[at] is >= '！' and <= '～' ? (char)(text[at] - WideToNarrow) : text[at];
            if (!char.IsLetterOrDigit(narrow) && !char.IsSurrogate(narrow) && narrow is not ('%' or '+'))
                continue;
            words.Append(char.ToLowerInvariant(narrow));
            places.Add(at);
        }

        return (words.ToString(), places);
    }
}
