using System.Text;

namespace DialInsight.WebConsole.Reviews;

/// <summary>An answer that is a Markdown table: its rows, and the table that rows make. A bar behind a backslash is part of its cell.</summary>
internal static class AnswerTable
{
    /// <summary>The rows below the header, by the columns' names; null where the text is no such table.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Read(IReadOnlyList<string> columns, string text)
    {
        string[][] rows = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(Cells)];
        if (rows.Length < 2 || rows.Any(row => row.Length != rows[0].Length))
            return null;
        int[] places = [.. columns.Select(column => Array.IndexOf(rows[0], column))];
        return places.Length == rows[0].Length && !places.Contains(-1) ? [.. rows.Skip(2).Select(row => (string[])[.. places.Select(place => row[place])])] : null;
    }

    /// <summary>The table of rows; those with nothing in them are left out.</summary>
    public static string Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IEnumerable<string> kept = rows.Where(row => row.Any(cell => cell.Length > 0)).Select(row => Row(row.Select(Escape)));
        return string.Join('\n', [Row(columns), Row(columns.Select(_ => "---")), .. kept]);
    }

    private static string[] Cells(string line)
    {
        if (line.Length < 2 || line[0] != '|' || line[^1] != '|')
            return [];
        List<string> cells = [];
        StringBuilder cell = new();
        for (int at = 1; at < line.Length; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] is '|' or '\\')
            {
                cell.Append(line[++at]);
            }
            else if (line[at] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[at]);
            }
        }

        return [.. cells];
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Escape(string cell) => cell.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
