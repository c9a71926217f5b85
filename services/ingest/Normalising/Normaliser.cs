using System.Text;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Ingest.Normalising;

/// <summary>Turns as every later step expects them: NFC, no control characters, single spaces, the pack's roles, no empty turns, one turn a run of a speaker's.</summary>
internal static class Normaliser
{
    /// <summary>The normalised turns; empty when nothing is left.</summary>
    public static IReadOnlyList<Turn> Normalise(IReadOnlyList<Turn> turns, DomainPack? pack)
    {
        List<Turn> normalised = [];
        string? speaker = null;
        foreach (Turn turn in turns)
        {
            string text = Clean(turn.Text);
            if (text.Length == 0)
                continue;

            string label = Clean(turn.Role);
            string role = RoleMap.Resolve(pack, label);
            if (speaker == label && normalised.Count > 0)
            {
                normalised[^1] = normalised[^1] with { Text = Join(normalised[^1].Text, text) };
                continue;
            }

            normalised.Add(new Turn(role, text, turn.At is null ? null : Clean(turn.At)));
            speaker = label;
        }

        return normalised;
    }

    /// <summary>A text in NFC, without control and formatting characters, runs of white space as one space.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        bool space = false;
        foreach (Rune rune in ReplaceLoneSurrogates(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = clean.Length > 0;
                continue;
            }

            if (Rune.IsControl(rune) || IsInvisible(rune))
                continue;
            if (space)
                clean.Append(' ');
            space = false;
            clean.Append(rune);
        }

        return clean.ToString();
    }

    // A zero-width joiner holds emoji together; the other invisible ones only hide text from whoever looks for it.
    private static bool IsInvisible(Rune rune) => rune.Value is 0x200B or 0x200C or 0x200E or 0x200F or 0x2060 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFD;

    private static string ReplaceLoneSurrogates(string text)
    {
        foreach (char unit in text)
        {
            if (char.IsSurrogate(unit))
                return string.Concat(text.EnumerateRunes());
        }

        return text;
    }

    private static string Join(string first, string second) =>
        Ideographic(first[^1]) || Ideographic(second[0]) ? first + second : $"{first} {second}";

    private static bool Ideographic(char letter) => letter is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD800' and <= '\uDFFF');
}
