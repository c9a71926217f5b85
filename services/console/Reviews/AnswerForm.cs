using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.WebConsole.Reviews;

/// <summary>An answer as a form: the fields of an object one by one, a list a line each, a table cell by cell, anything else as its text.</summary>
internal static class AnswerForm
{
    /// <summary>What the names of fields begin with, so that none is taken for one of the page's own.</summary>
    public const string Prefix = "field:";

    private const string Sign = "- ";

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The fields with their values as text; null where the answer is no object of them.</summary>
    public static IReadOnlyList<AnswerField>? Read(OutputFormat format, string answer) => format.Kind == OutputFormatKind.Object && Parse(answer) is JsonObject values
        ? [.. format.Fields.Select(field => new AnswerField(field, Text(values[field.Name])))]
        : null;

    /// <summary>A table's rows; null where the answer is none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Rows(OutputFormat format, string answer) =>
        format.Kind == OutputFormatKind.Table ? AnswerTable.Read(Columns(format), answer) : null;

    /// <summary>A list's entries; null where the answer is none.</summary>
    public static IReadOnlyList<string>? Entries(OutputFormat format, string answer) => format.Kind == OutputFormatKind.List && Lines(answer) is { Length: > 0 } lines && lines.All(IsEntry)
        ? [.. lines.Select(line => line[Sign.Length..].Trim())]
        : null;

    /// <summary>The name of a table's cell in the form.</summary>
    public static string Cell(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{row}:{column}");

    /// <summary>The answer that the form makes; null where nothing was changed.</summary>
    public static string? Write(OutputFormat format, string answer, IFormCollection form)
    {
        string before = answer.ReplaceLineEndings("\n").Trim();
        string? now = (Read(format, answer), Rows(format, answer), Entries(format, answer)) switch
        {
            ({ } fields, _, _) => WriteObject(fields, form),
            (_, { } rows, _) => WriteTable(format, rows, form),
            (_, _, not null) => string.Join('\n', Lines(form["answer"].ToString()).Select(line => IsEntry(line) ? line : Sign + line)),
            _ => form["answer"].ToString().ReplaceLineEndings("\n").Trim(),
        };
        return string.IsNullOrEmpty(now) || now == before ? null : now;
    }

    /// <summary>What a quotation field quotes.</summary>
    public static IReadOnlyList<string> Quotations(OutputFormat format, string answer)
    {
        IEnumerable<string> quoted = Read(format, answer) is { } fields
            ? fields.Where(field => field.Format.Quotation).SelectMany(field => field.Format.Type == FormatFieldType.TextList ? field.Value.Split('\n') : [field.Value])
            : (Rows(format, answer) ?? []).SelectMany(row => row.Where((_, column) => format.Fields[column].Quotation));
        return [.. quoted.Where(quotation => quotation.Length > 0)];
    }

    private static string? WriteObject(IReadOnlyList<AnswerField> fields, IFormCollection form)
    {
        var now = new JsonObject();
        foreach (AnswerField field in fields)
            now[field.Format.Name] = Value(field.Format.Type, form[Prefix + field.Format.Name].ToString().ReplaceLineEndings("\n").Trim());
        bool isSame = fields.All(field => Text(now[field.Format.Name]) == field.Value.ReplaceLineEndings("\n").Trim());
        return isSame ? null : now.ToJsonString(s_json);
    }

    /// <summary>The form has a row more than the answer, to add one.</summary>
    private static string? WriteTable(OutputFormat format, IReadOnlyList<IReadOnlyList<string>> rows, IFormCollection form)
    {
        string[] columns = Columns(format);
        string[][] now = [.. Enumerable.Range(0, rows.Count + 1).Select(row => columns.Select((_, column) => form[Cell(row, column)].ToString().ReplaceLineEndings(" ").Trim()).ToArray())];
        string written = AnswerTable.Write(columns, now);
        return written == AnswerTable.Write(columns, rows) ? null : written;
    }

    private static string[] Columns(OutputFormat format) => [.. format.Fields.Select(field => field.Name)];

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsEntry(string line) => line.StartsWith(Sign, StringComparison.Ordinal);

    private static JsonNode? Parse(string answer)
    {
        try
        {
            return JsonNode.Parse(answer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(Text)),
        JsonValue scalar when scalar.TryGetValue(out string? text) => text,
        _ => value.ToJsonString(s_json),
    };

    private static JsonNode? Value(FormatFieldType type, string text) => (type, text) switch
    {
        (FormatFieldType.TextList, _) => new JsonArray([.. Lines(text).Select(line => JsonValue.Create(line))]),
        (_, "") => null,
        (FormatFieldType.Number, _) when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
        (FormatFieldType.Boolean, "true") => JsonValue.Create(true),
        (FormatFieldType.Boolean, "false") => JsonValue.Create(false),
        _ => JsonValue.Create(text),
    };
}

/// <summary>One field of an answer.</summary>
/// <param name="Format">What it must hold.</param>
/// <param name="Value">What it holds, as text; entries of a list a line each.</param>
public sealed record AnswerField(FormatField Format, string Value);
