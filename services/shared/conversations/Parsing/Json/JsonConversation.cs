using System.Text.Json;
using DialInsight.Contracts;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>Reads a conversation of DialInsight's own shape: <c>{id?, scenario?, channel?, language?, source?, subject?, turns: [{role, text, at?}]}</c>.</summary>
internal static class JsonConversation
{
    /// <summary>The conversation.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">The id that it stands under; null where it stands in a list.</param>
    /// <param name="limits">What it may hold.</param>
    /// <exception cref="RecordRefusedException">It has another shape, or goes over a limit.</exception>
    public static ParsedConversation Read(JsonElement record, string? key, ParsingLimits limits)
    {
        if (record.ValueKind != JsonValueKind.Object)
            throw new RecordRefusedException($"a conversation is a JSON object, this is {JsonKinds.Name(record)}");
        if (!record.TryGetProperty("turns", out JsonElement turns))
            throw new RecordRefusedException("`turns` is missing: give the turns as [{\"role\", \"text\"}, …]");
        if (turns.ValueKind != JsonValueKind.Array)
            throw new RecordRefusedException($"`turns` must be an array, this is {JsonKinds.Name(turns)}");
        if (turns.GetArrayLength() > limits.Turns)
            throw new RecordRefusedException(limits.TooManyTurnsOf(turns.GetArrayLength()));

        return new ParsedConversation
        {
            Id = Key(record, "id") ?? (key is { Length: > 0 and <= ParsingLimits.KeyCharacters } ? key : null),
            Scenario = Key(record, "scenario"),
            Channel = Key(record, "channel"),
            Language = Key(record, "language"),
            Source = Key(record, "source"),
            Subject = Key(record, "subject"),
            Turns = [.. turns.EnumerateArray().Select((turn, index) => Turn(turn, index, limits))],
        };
    }

    private static Turn Turn(JsonElement turn, int index, ParsingLimits limits)
    {
        if (turn.ValueKind != JsonValueKind.Object)
            throw new RecordRefusedException($"turns[{index}] must be an object, this is {JsonKinds.Name(turn)}");

        string text = Text(turn, "text", index);
        if (text.Length > limits.TurnCharacters)
            throw new RecordRefusedException(limits.TooManyCharacters($"turns[{index}].text", text.Length));

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
            : throw new RecordRefusedException($"turns[{index}].{name} must be a string, this is {JsonKinds.Name(value)}");
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
        return at is { Length: > ParsingLimits.KeyCharacters }
            ? throw new RecordRefusedException($"turns[{index}].at has {at.Length} characters: {ParsingLimits.KeyCharacters} are the most")
            : at;
    }

    private static string? Key(JsonElement record, string name) =>
        JsonKinds.Key(record.TryGetProperty(name, out JsonElement value) ? value : null, name);
}
