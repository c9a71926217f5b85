using System.Text;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Curation;

/// <summary>What one text changes against another, along a longest common subsequence of words; Chinese counts by character.</summary>
internal static class Differences
{
    // Beyond it the table of the comparison would be large, and the marks of no use.
    private const int MostUnits = 1500;

    /// <summary>The texts in stretches: without the <c>added</c> ones they spell the old text, without the <c>removed</c> ones the new.</summary>
    public static IReadOnlyList<Stretch> Between(string before, string after)
    {
        string[] old = Units(before), now = Units(after);
        if (old.Length > MostUnits || now.Length > MostUnits)
            return [new Stretch(before, "removed"), new Stretch(after, "added")];

        int[,] common = Common(old, now);
        List<(string Text, string? Kind)> steps = [];
        int i = 0, j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                steps.Add((old[i++], null));
                j++;
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                steps.Add((old[i++], "removed"));
            }
            else
            {
                steps.Add((now[j++], "added"));
            }
        }

        return Joined(steps);
    }

    private static int[,] Common(string[] old, string[] now)
    {
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    private static List<Stretch> Joined(List<(string Text, string? Kind)> steps)
    {
        List<Stretch> stretches = [];
        foreach ((string text, string? kind) in steps)
        {
            if (stretches.Count > 0 && stretches[^1].Kind == kind)
                stretches[^1] = stretches[^1] with { Text = stretches[^1].Text + text };
            else
                stretches.Add(new Stretch(text, kind));
        }

        return stretches;
    }

    /// <summary>Words and the spaces behind them; characters where a script writes none.</summary>
    private static string[] Units(string text)
    {
        List<string> units = [];
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool endsWord = word.Length > 0 && (rune.Value >= 0x2E80 || (char.IsWhiteSpace(word[^1]) && !Rune.IsWhiteSpace(rune)));
            if (endsWord)
            {
                units.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune);
            if (rune.Value < 0x2E80)
                continue;
            units.Add(word.ToString());
            word.Clear();
        }

        return word.Length > 0 ? [.. units, word.ToString()] : [.. units];
    }
}
