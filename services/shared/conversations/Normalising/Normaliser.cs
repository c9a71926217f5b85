using System.Text;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.Conversations.Normalising;

/// <summary>Turns as every later step expects them: NFC, no control characters but line breaks, single spaces, the pack's roles, no empty turns, one turn a run of a speaker's.</summary>
internal static class Normaliser
{
    private const char Space = ' ', LineBreak = '\n';

    /// <summary>The normalised turns; empty when nothing is left.</summary>
    public static IReadOnlyList<Turn> Normalise(IReadOnlyList<Turn> turns, DomainPack? pack)
    {
        List<(string Role, string? At, StringBuilder Text)> normalised = [];
        foreach (Turn turn in turns)
        {
            string text = CleanLines(turn.Text);
            if (text.Length == 0)
                continue;

            string role = RoleMap.Resolve(pack, Clean(turn.Role));
            if (normalised is [.., var last] && last.Role == role)
                Join(last.Text, text);
            else
                normalised.Add((role, turn.At is null ? null : Clean(turn.At), new StringBuilder(text)));
        }

        return [.. normalised.Select(turn => new Turn(turn.Role, turn.Text.ToString(), turn.At))];
    }

    /// <summary>A text in NFC, without control and formatting characters, runs of white space as one space.</summary>
    public static string Clean(string text) => Clean(text, lineBreak: Space);

    /// <summary>The same, but runs of white space with a line break in them as one line break.</summary>
    public static string CleanLines(string text) => Clean(text, LineBreak);

    /// <summary>A cleaned text as one line, as long as it was.</summary>
    public static string InOneLine(string text) => text.Replace(LineBreak, Space);

    private static string Clean(string text, char lineBreak)
    {
        var clean = new StringBuilder(text.Length);
        char? pause = null;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pause = IsLineBreak(rune) ? lineBreak : pause ?? Space;
                continue;
            }

            if (Invisible.Is(rune))
                continue;
            if (pause is { } mark && clean.Length > 0)
                clean.Append(mark);
            pause = null;
            clean.Append(rune);
        }

        // Last, since what was taken out may have kept a letter and its accent apart.
        return CanonicalComposition.Compose(clean.ToString());
    }

    /// <summary>Joins two texts with a space, unless the first ends in a Chinese sentence's own stop. Neither may be empty.</summary>
    public static void Join(StringBuilder first, string second)
    {
        if (!EndsSentence(first[^1]))
            first.Append(' ');
        first.Append(second);
    }

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool EndsSentence(char letter) => letter is '。' or '！' or '？' or '；' or '…' or '，' or '、' or '：' or '”' or '」';
}
