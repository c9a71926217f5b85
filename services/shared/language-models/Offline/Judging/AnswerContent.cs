using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.LanguageModels.Offline.Judging;

/// <summary>What an answer claims: its values without field names, choices and marks, and how many of its fields it fills.</summary>
/// <param name="Texts">The claims.</param>
/// <param name="Filled">The share of fields or cells that hold something, 0 to 1.</param>
internal sealed record AnswerContent(IReadOnlyList<string> Texts, double Filled)
{
    /// <summary>Takes an answer apart by its format. An answer that does not parse is one text.</summary>
    public static AnswerContent Of(OutputFormat format, string answer) => format.Kind switch
    {
        OutputFormatKind.Object => OfObject(format, answer),
        OutputFormatKind.Table => OfTable(answer),
        OutputFormatKind.List => new AnswerContent([.. Lines(answer)], 1),
        _ => new AnswerContent([answer], 1),
    };

    private static AnswerContent OfObject(OutputFormat format, string answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return OfObject(format, document.RootElement);
        }
        catch (JsonException)
        {
            // Not an object: judged as the text it is.
        }

        return new AnswerContent([answer], 0);
    }

    private static AnswerContent OfObject(OutputFormat format, JsonElement root)
    {
        List<string> texts = [];
        int filled = 0;
        foreach (FormatField field in format.Fields)
        {
            if (!root.TryGetProperty(field.Name, out JsonElement value) || IsEmpty(value))
                continue;
            filled++;
            if (field.Type is FormatFieldType.Text or FormatFieldType.TextList)
                AddTexts(value, texts);
        }

        return new AnswerContent(texts, format.Fields.Count == 0 ? 1 : (double)filled / format.Fields.Count);
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static void AddTexts(JsonElement value, List<string> texts)
    {
        if (value.ValueKind == JsonValueKind.String)
            texts.Add(value.GetString()!);
        else if (value.ValueKind == JsonValueKind.Array)
            texts.AddRange(value.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!));
    }

    private static AnswerContent OfTable(string answer)
    {
        List<string> cells = Lines(answer).Where(line => line.Contains('|', StringComparison.Ordinal)).Skip(2)
            .SelectMany(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).ToList();
        List<string> told = cells.FindAll(cell => cell.Length > 0 && !cell.EndsWith("未提及", StringComparison.Ordinal) && !cell.EndsWith("not mentioned", StringComparison.OrdinalIgnoreCase));
        return new AnswerContent(told, cells.Count == 0 ? 0 : (double)told.Count / cells.Count);
    }

    private static IEnumerable<string> Lines(string answer) =>
        answer.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('-', '*', ' '));
}
