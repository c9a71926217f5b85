namespace DialInsight.TextAnalysis.Spelling;

/// <summary>Finds the name that was probably meant, where one is mistyped.</summary>
public static class NearestName
{
    private const int LongestName = 64;

    /// <summary>
    /// The closest of the known names, the first of several, if it is near enough to have been meant: at a distance of two, or of a third of the name's length where that is more,
    /// with something left of it. Null where none is, or where the name is longer than 64 characters.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;
        (string? best, int least) = (null, Math.Max(2, name.Length / 3) + 1);
        foreach (string candidate in known)
        {
            int distance = Distance(name, candidate);
            if (distance < least && distance < candidate.Length)
                (best, least) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The Levenshtein distance, case aside: how many characters are put in, left out or replaced.</summary>
    public static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
