using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Seeding;

/// <summary>How alike two instructions are: ROUGE-L F over words, or over characters where they are Chinese (Lin 2004, section 3).</summary>
internal static class Likeness
{
    /// <summary>The F measure, 0 to 1.</summary>
    public static double Of(string left, string right)
    {
        int[] one = Tokens(left), two = Tokens(right);
        if (one.Length == 0 || two.Length == 0)
            return 0;
        return 2.0 * Common(one, two) / (one.Length + two.Length);
    }

    private static int[] Tokens(string text)
    {
        List<int> tokens = [];
        int index = 0;
        while (index < text.Length)
        {
            int start = index++;
            if (!char.IsLetterOrDigit(text[start]))
                continue;
            while (!Terms.IsHan(text[start]) && index < text.Length && char.IsLetterOrDigit(text[index]) && !Terms.IsHan(text[index]))
                index++;
            tokens.Add(string.GetHashCode(text.AsSpan(start, index - start), StringComparison.OrdinalIgnoreCase));
        }

        return [.. tokens];
    }

    private static int Common(int[] one, int[] two)
    {
        int[] row = new int[two.Length + 1];
        foreach (int token in one)
        {
            int diagonal = 0;
            for (int column = 1; column <= two.Length; column++)
            {
                int above = row[column];
                row[column] = token == two[column - 1] ? diagonal + 1 : Math.Max(above, row[column - 1]);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
