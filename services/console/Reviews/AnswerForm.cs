using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.WebConsole.Reviews;

/// <summary>An answer as a form: the fields of an object one by one, anything else as its text.</summary>
internal static class AnswerForm
{
    /// <summary>What the names of fields begin with, so that none is taken for one of the page's own.</summary>
    public const string Prefix = "field:";

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The fields with their values as text; null where the answer is no object of them.</summary>
    public static IReadOnlyList<AnswerField>? Read(OutputFormat format, string answer) => Parse(answer) is JsonObject values && format.Kind == OutputFormatKind.Object
        ? [.. format.Fields.Select(field => new AnswerField(field, Text(values[field.Name])))]
        : null;

    /// <summary>The answer that the form's fields make; null where nothing was changed.</summary>
    public static string? Write(OutputFormat format, string answer, IFormCollection form)
    {
        if (Read(format, answer) is not { } fields)
        {
            string text = form["answer"].ToString().ReplaceLineEndings("\n").Trim();
            return text.Length == 0 || text == answer.ReplaceLineEndings("\n").Trim() ? null : text;
        }

        var now = new JsonObject();
        foreach (AnswerField field in fields)
            now[field.Format.Name] = Value(field.Format.Type, form[Prefix + field.Format.Name].ToString().ReplaceLineEndings("\n").Trim());
        bool isSame = fields.All(field => Text(now[field.Format.Name]) == field.Value.ReplaceLineEndings("\n").Trim());
        return isSame ? null : now.ToJsonString(s_json);
    }

    /// <summary>What a quotation field quotes.</summary>
    public static IReadOnlyList<string> Quotations(OutputFormat format, string answer) =>
    [
        .. (Read(format, answer) ?? []).Where(field => field.Format.Quotation)
            .SelectMany(field => field.Format.Type == FormatFieldType.TextList ? field.Value.Split('\n') : [field.Value])
            .Where(quotation => quotation.Length > 0),
    ];

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
        (FormatFieldType.TextList, _) => new JsonArray([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonValue.Create(line))]),
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
