using System.Text.Json;
using DialInsight.Contracts;

namespace DialInsight.Ingest.Parsing;

/// <summary>Reads a conversation of DialInsight's own shape: <c>{id?, scenario?, channel?, language?, source?, subject?, turns: [{role, text, at?}]}</c>.</summary>
internal static class JsonConversation
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = IngestLimits.JsonDepth };

    /// <summary>Reads one record from its bytes.</summary>
    public static ParsedRecord Read(ReadOnlyMemory<byte> json, RecordPosition position)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, s_options);
            return Read(document.RootElement, position);
        }
        catch (JsonException exception)
        {
            return ParsedRecord.Refused(position, $"not valid JSON at byte {exception.BytePositionInLine ?? 0}: {What(exception)}");
        }
    }

    /// <summary>Reads one record.</summary>
    public static ParsedRecord Read(JsonElement record, RecordPosition position)
    {
        try
        {
            return ParsedRecord.Of(position, Conversation(record));
        }
        catch (RecordRefusedException refused)
        {
            return ParsedRecord.Refused(position, refused.Message);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json's word for a string that is not valid Unicode.
            return ParsedRecord.Refused(position, "a text is not valid Unicode: save the file as UTF-8");
        }
    }

    private static ParsedConversation Conversation(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
            throw new RecordRefusedException($"a conversation is a JSON object, this is {Kind(record)}");
        if (!record.TryGetProperty("turns", out JsonElement turns))
            throw new RecordRefusedException("`turns` is missing: give the turns as [{\"role\", \"text\"}, …]");
        if (turns.ValueKind != JsonValueKind.Array)
            throw new RecordRefusedException($"`turns` must be an array, this is {Kind(turns)}");
        if (turns.GetArrayLength() > IngestLimits.Turns)
            throw new RecordRefusedException($"{turns.GetArrayLength()} turns are too many: split conversations of more than {IngestLimits.Turns}");

        return new ParsedConversation
        {
            Id = Key(record, "id"),
            Scenario = Key(record, "scenario"),
            Channel = Key(record, "channel"),
            Language = Key(record, "language"),
            Source = Key(record, "source"),
            Subject = Key(record, "subject"),
            Turns = [.. turns.EnumerateArray().Select(Turn)],
        };
    }

    private static Turn Turn(JsonElement turn, int index)
    {
        if (turn.ValueKind != JsonValueKind.Object)
            throw new RecordRefusedException($"turns[{index}] must be an object, this is {Kind(turn)}");

        string text = Text(turn, "text", index);
        if (text.Length > IngestLimits.TurnCharacters)
            throw new RecordRefusedException($"turns[{index}].text has {text.Length} characters: {IngestLimits.TurnCharacters} are the most");

        string role = Text(turn, "role", index);
        return string.IsNullOrWhiteSpace(role)
            ? throw new RecordRefusedException($"turns[{index}].role is empty: say who speaks")
            : new Turn(role, text, At(turn, index));
    }

    private static string Text(JsonElement turn, string name, int index)
    {
        if (!turn.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            throw new RecordRefusedException($"turns[{index}].{name} is missing");

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new RecordRefusedException($"turns[{index}].{name} must be a string, this is {Kind(value)}");
    }

    private static string? At(JsonElement turn, int index)
    {
        if (!turn.TryGetProperty("at", out JsonElement value))
            return null;

        string? at = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return at is { Length: > IngestLimits.KeyCharacters }
            ? throw new RecordRefusedException($"turns[{index}].at has {at.Length} characters: {IngestLimits.KeyCharacters} are the most")
            : at;
    }

    private static string? Key(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;

        string text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new RecordRefusedException($"`{name}` must be a string, this is {Kind(value)}"),
        };
        return text.Length <= IngestLimits.KeyCharacters
            ? text.Length == 0 ? null : text
            : throw new RecordRefusedException($"`{name}` has {text.Length} characters: {IngestLimits.KeyCharacters} are the most");
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    // The exception's own text quotes the record's characters.
    private static string What(JsonException exception) =>
        exception.Message.Contains("MaxDepth", StringComparison.OrdinalIgnoreCase) || exception.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
            ? $"nested deeper than {IngestLimits.JsonDepth} levels"
            : exception.Message.Contains("end of data", StringComparison.OrdinalIgnoreCase) || exception.Message.Contains("incomplete", StringComparison.OrdinalIgnoreCase)
                ? "it ends in the middle"
                : "something there is not JSON";
}

/// <summary>A record cannot be taken; the message says why and what to do.</summary>
internal sealed class RecordRefusedException(string message) : Exception(message);
