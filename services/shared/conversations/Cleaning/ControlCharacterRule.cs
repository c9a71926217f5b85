using System.Text;
using System.Text.RegularExpressions;
using DialInsight.Conversations.Normalising;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Characters that nobody sees, and terminals' and IRC's colours. A run of them counts once.</summary>
internal sealed partial class ControlCharacterRule : ITextRule
{
    public const string Id = "control-characters";

    public string Apply(string text, Removals removals)
    {
        int first = text.AsSpan().IndexOfAny(Invisible.Suspects);
        if (first < 0)
            return text;
        string plain = text.AsSpan().ContainsAny('\u001B', '\u0003', '\u009B') ? Colour().Replace(text, "\u0000") : text;
        var clean = new StringBuilder(plain.Length);
        int runs = 0;
        bool inRun = false;
        foreach (Rune rune in plain.EnumerateRunes())
        {
            bool isInvisible = Invisible.Is(rune);
            runs += isInvisible && !inRun ? 1 : 0;
            inRun = isInvisible;
            if (!isInvisible)
                clean.Append(rune);
        }

        for (int run = 0; run < runs; run++)
            removals.Add(Id, "");
        return runs == 0 ? text : clean.ToString();
    }

    [GeneratedRegex(@"(?:\u001B\[|\u009B)[0-9;?]{0,20}[A-Za-z]|\u0003\d{1,2}(?:,\d{1,2})?", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
