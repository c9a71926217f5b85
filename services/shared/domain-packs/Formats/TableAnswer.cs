using System.Globalization;
using System.Text;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>An answer that is a Markdown table. Canonical: the columns in the format's order, one space around each cell.</summary>
internal static class TableAnswer
{
    public static string Read(OutputFormat format, string text, QuotationIndex quotations, AnswerErrors errors)
    {
        string[][] rows = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(Cells)];
        if (rows.Length < 2 || rows.Any(row => row.Length != rows[0].Length) || rows[0].Length == 0 || !rows[1].All(IsRule))
        {
            errors.Add(AnswerErrorKind.NotParsable, "", errors.Words.Shape(format.Kind));
            return text;
        }

        int[] columns = Columns(format, rows[0], errors);
        if (errors.All.Count > 0)
            return text;
        errors.CheckCount(rows.Length - 2, format.Minimum ?? 1, format.Maximum);
        return Canonical(format, rows.Skip(2), columns, new FieldCheck(quotations, errors));
    }

    /// <summary>A row's cells, or none when the line is no row. A bar behind a backslash is part of its cell.</summary>
    private static string[] Cells(string line)
    {
        if (line.Length < 2 || line[0] != '|' || line[^1] != '|' || line[^2] == '\\')
            return [];
        List<string> cells = [];
        StringBuilder cell = new();
        for (int i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && line[i + 1] is '|' or '\\')
            {
                cell.Append(line[++i]);
            }
            else if (line[i] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        return [.. cells];
    }

    private static bool IsRule(string cell) => cell.Trim(':') is { Length: > 0 } dashes && dashes.All(character => character == '-');

    /// <summary>Where each of the format's columns stands in the answer.</summary>
    private static int[] Columns(OutputFormat format, string[] header, AnswerErrors errors)
    {
        int[] columns = [.. format.Fields.Select(field => Array.IndexOf(header, field.Name))];
        foreach (FormatField missing in format.Fields.Where((_, index) => columns[index] < 0))
            errors.Add(AnswerErrorKind.MissingField, missing.Name);
        for (int i = 0; i < header.Length; i++)
        {
            if (!columns.Contains(i))
                errors.Add(AnswerErrorKind.UnknownField, header[i]);
        }

        return columns;
    }

    private static string Canonical(OutputFormat format, IEnumerable<string[]> rows, int[] columns, FieldCheck check)
    {
        StringBuilder table = new();
        table.Append(Row(format.Fields.Select(field => field.Name))).Append('\n').Append(Row(format.Fields.Select(_ => "---")));
        foreach (string[] row in rows)
            table.Append('\n').Append(Row(format.Fields.Select((field, index) => Cell(field, row[columns[index]], check))));
        return table.ToString();
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(FormatField field, string value, FieldCheck check)
    {
        string text = check.Text(field, value) ?? "";
        bool fits = text.Length == 0 || field.Type switch
        {
            FormatFieldType.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            FormatFieldType.Boolean => text is "true" or "false",
            _ => true,
        };
        if (!fits)
            check.WrongType(field);
        return text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
    }
}
