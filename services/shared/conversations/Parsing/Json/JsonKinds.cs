using System.Text.Json;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>JSON's kinds of values and errors in words.</summary>
internal static class JsonKinds
{
    public static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    /// <summary>Why a text is not JSON. The exception's own message quotes the record's characters.</summary>
    public static string Reason(JsonException exception, ParsingLimits limits) => $"not valid JSON at byte {exception.BytePositionInLine ?? 0}: {What(exception, limits)}";

    /// <summary>A key of a record: a string or a number; null where there is none.</summary>
    /// <exception cref="RecordRefusedException">It is something else, or too long.</exception>
    public static string? Key(JsonElement? value, string name)
    {
        if (value is not { } given || given.ValueKind == JsonValueKind.Null)
            return null;
        string text = given.ValueKind switch
        {
            JsonValueKind.String => given.GetString()!,
            JsonValueKind.Number => given.GetRawText(),
            _ => throw new RecordRefusedException($"`{name}` must be a string, this is {Name(given)}"),
        };
        return text.Length <= ParsingLimits.KeyCharacters
            ? text.Length == 0 ? null : text
            : throw new RecordRefusedException($"`{name}` has {text.Length} characters: {ParsingLimits.KeyCharacters} are the most");
    }

    private static string What(JsonException exception, ParsingLimits limits)
    {
        bool Says(string words) => exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
        if (Says("maximum configured depth"))
            return limits.JsonTooDeep;
        if (Says("end of data") || Says("incomplete") || Says("expected depth"))
            return "it ends in the middle";
        return exception is { LineNumber: null or 0, BytePositionInLine: null or 0 } ? "it does not begin as JSON does, with { or [" : "something there is not JSON";
    }
}
