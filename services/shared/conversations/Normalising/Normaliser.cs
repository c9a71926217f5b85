using System.Text;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.Conversations.Normalising;

/// <summary>Turns as every later step expects them: NFC, no control characters, single spaces, the pack's roles, no empty turns, one turn a run of a speaker's.</summary>
internal static class Normaliser
{
    /// <summary>The normalised turns; empty when nothing is left.</summary>
    public static IReadOnlyList<Turn> Normalise(IReadOnlyList<Turn> turns, DomainPack? pack)
    {
        List<(string Role, string? At, StringBuilder Text)> normalised = [];
        foreach (Turn turn in turns)
        {
            string text = Clean(turn.Text);
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
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        bool space = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = clean.Length > 0;
                continue;
            }

            if (Invisible.Is(rune))
                continue;
            if (space)
                clean.Append(' ');
            space = false;
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

    private static bool EndsSentence(char letter) => letter is '。' or '！' or '？' or '；' or '…' or '，' or '、' or '：' or '”' or '」';
}
