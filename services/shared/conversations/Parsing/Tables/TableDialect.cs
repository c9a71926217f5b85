namespace DialInsight.Conversations.Parsing.Tables;

/// <summary>Tells what a table's cells are separated by.</summary>
internal static class TableDialect
{
    private const int Rows = 20;

    private static readonly char[] s_delimiters = [',', '\t', ';', '|'];

    /// <summary>The delimiter that gives the first rows the same number of cells, more than one of them.</summary>
    public static char Delimiter(ReadOnlySpan<char> start)
    {
        char best = ',';
        double most = 0;
        foreach (char delimiter in s_delimiters)
        {
            int[] counts = Counts(start, delimiter);
            if (counts.Length == 0 || counts[0] == 0)
                continue;

            // Rows that agree weigh more than delimiters: words are full of commas.
            double score = counts.Count(count => count == counts[0]) / (double)counts.Length * (counts.Length > 1 ? 100 : 1) + Math.Min(counts[0], 50) * 0.01;
            if (score > most)
                (best, most) = (delimiter, score);
        }

        return best;
    }

    /// <summary>The delimiters of each whole row, those between quotation marks not counted.</summary>
    private static int[] Counts(ReadOnlySpan<char> start, char delimiter)
    {
        List<int> counts = [];
        int count = 0;
        bool quoted = false, empty = true;
        foreach (char letter in start)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == delimiter && !quoted)
                count++;
            else if (letter == '\n' && !quoted)
            {
                if (!empty)
                    counts.Add(count);
                (count, empty) = (0, true);
                if (counts.Count == Rows)
                    break;
                continue;
            }

            empty &= char.IsWhiteSpace(letter);
        }

        if (counts.Count == 0 && !empty)
            counts.Add(count);
        return [.. counts];
    }
}
