namespace DialInsight.DomainPacks.Yaml;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>A half-sentence for a message: <c>; did you mean "target"?</c>, or else the names that are known.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        string? nearest = Find(name, names);
        if (nearest is not null)
            return $"; did you mean \"{nearest}\"?";
        return names.Length is 0 or > 24 ? "" : $"; known are {string.Join(", ", names)}";
    }

    /// <summary>The name that is near enough to have been meant; null where none is.</summary>
    public static string? Find(string name, string[] known)
    {
        if (name.Length > 64)
            return null;
        (string? best, int least) = (null, Math.Max(2, name.Length / 3) + 1);
        foreach (string candidate in known)
        {
            int distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least && distance < candidate.Length)
                (best, least) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
