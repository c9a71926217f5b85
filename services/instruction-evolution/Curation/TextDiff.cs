using System.Text;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>What an edit changed, along a longest common subsequence: characters of Chinese, words of other languages.</summary>
internal static class TextDiff
{
    /// <summary>Texts of people are at most this long; longer ones count as replaced.</summary>
    private const int MostUnits = 2000;

    /// <summary>The changes in the order of the text, neighbours of one kind joined. Without the added ones they spell the old text, without the removed ones the new.</summary>
    public static IReadOnlyList<TextChange> Between(string before, string after, string language)
    {
        string[] old = Units(before, language), now = Units(after, language);
        if (old.Length > MostUnits || now.Length > MostUnits)
            return [new TextChange(ChangeKind.Removed, before), new TextChange(ChangeKind.Added, after)];

        ushort[,] common = Table(old, now);
        List<TextChange> changes = [];
        int i = 0, j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                Append(changes, ChangeKind.Kept, old[i++]);
                j++;
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Append(changes, ChangeKind.Removed, old[i++]);
            }
            else
            {
                Append(changes, ChangeKind.Added, now[j++]);
            }
        }

        return changes;
    }

    /// <summary>For each pair of places, how much the texts behind them have in common.</summary>
    private static ushort[,] Table(string[] old, string[] now)
    {
        var common = new ushort[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    private static void Append(List<TextChange> changes, ChangeKind kind, string unit)
    {
        if (changes.Count > 0 && changes[^1].Kind == kind)
            changes[^1] = changes[^1] with { Text = changes[^1].Text + unit };
        else
            changes.Add(new TextChange(kind, unit));
    }

    /// <summary>Runes of Chinese; in other languages words, each with the spaces behind it.</summary>
    private static string[] Units(string text, string language)
    {
        if (language == "zh")
            return [.. text.EnumerateRunes().Select(rune => rune.ToString())];

        List<string> units = [];
        StringBuilder unit = new();
        foreach (char character in text)
        {
            if (unit.Length > 0 && char.IsWhiteSpace(unit[^1]) && !char.IsWhiteSpace(character))
            {
                units.Add(unit.ToString());
                unit.Clear();
            }

            unit.Append(character);
        }

        return unit.Length > 0 ? [.. units, unit.ToString()] : [.. units];
    }
}

/// <summary>A stretch of text that an edit kept, removed or added.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Text">The stretch.</param>
internal sealed record TextChange(ChangeKind Kind, string Text);

/// <summary>What an edit does with a stretch of text.</summary>
internal enum ChangeKind
{
    /// <summary>It stays.</summary>
    Kept,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is new.</summary>
    Added,
}
