using System.Text;
using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Conversations.Normalising;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>Reads a conversation of a shape that a mapping describes.</summary>
internal static class MappedConversation
{
    // Where a mapping says nothing, they are looked for where DialInsight's own shape has them.
    private static readonly FieldPath s_id = FieldPath.Parse("id")!, s_scenario = FieldPath.Parse("scenario")!, s_channel = FieldPath.Parse("channel")!;

    private static readonly FieldPath s_language = FieldPath.Parse("language")!, s_source = FieldPath.Parse("source")!, s_subject = FieldPath.Parse("subject")!;

    private static readonly FieldPath s_at = FieldPath.Parse("at")!;

    /// <summary>The conversation.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">The id that it stands under; null where it stands in a list.</param>
    /// <param name="mapping">Its shape.</param>
    /// <param name="limits">What it may hold.</param>
    /// <exception cref="RecordRefusedException">It has another shape, or goes over a limit.</exception>
    public static ParsedConversation Read(JsonElement record, string? key, FieldMapping mapping, ParsingLimits limits)
    {
        if (mapping.Refusal is not null)
            throw new RecordRefusedException(mapping.Refusal);
        if (record.ValueKind != JsonValueKind.Object)
            throw new RecordRefusedException($"a conversation is a JSON object, this is {JsonKinds.Name(record)}");
        if (mapping.Turns.Find(record) is not { ValueKind: JsonValueKind.Array } turns)
            throw new RecordRefusedException($"`{mapping.Turns}` is no list of turns, as the mapping {mapping.Name} has it");
        if (turns.GetArrayLength() > limits.Turns)
            throw new RecordRefusedException(limits.TooManyTurnsOf(turns.GetArrayLength()));

        JsonElement? speakers = mapping.Speakers?.Find(record);
        return new ParsedConversation
        {
            Id = Key(record, mapping.Id ?? s_id) ?? (key is { Length: > 0 and <= ParsingLimits.KeyCharacters } ? key : null),
            Scenario = Key(record, mapping.Scenario ?? s_scenario),
            Channel = Key(record, mapping.Channel ?? s_channel),
            Language = Key(record, mapping.Language ?? s_language),
            Source = Key(record, s_source),
            Subject = Key(record, mapping.Subject ?? s_subject),
            Turns = [.. turns.EnumerateArray().Select((turn, index) => Turn(turn, index, speakers, mapping, limits)).OfType<Turn>()],
        };
    }

    private static string? Key(JsonElement record, FieldPath path) =>
        path.Find(record) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? JsonKinds.Key(value, path.Text) : null;

    private static Turn? Turn(JsonElement turn, int index, JsonElement? speakers, FieldMapping mapping, ParsingLimits limits)
    {
        string label = Label(turn, index, speakers, mapping);
        if (mapping.Skip.Contains(label, StringComparer.OrdinalIgnoreCase))
            return null;

        string role = mapping.Roles.TryGetValue(label, out string? known) ? known : label;
        var words = new StringBuilder();
        if ((mapping.Text is null ? turn : mapping.Text.Find(turn)) is not { } text)
            throw new RecordRefusedException($"{mapping.Turns}[{index}].{mapping.Text} is missing");
        Collect(words, text, $"{mapping.Turns}[{index}]", limits);
        return new Turn(role, mapping.Spaced ? SpacedText.Join(words.ToString()) : words.ToString(), Time(turn, mapping));
    }

    private static string Label(JsonElement turn, int index, JsonElement? speakers, FieldMapping mapping)
    {
        if (mapping.Alternate.Count > 0)
            return mapping.Alternate[index % mapping.Alternate.Count];

        string where = mapping.Speakers is null ? $"{mapping.Turns}[{index}].{mapping.Role}" : $"{mapping.Speakers}[{index}]";
        JsonElement? value = mapping.Speakers is null ? mapping.Role?.Find(turn)
            : speakers is { ValueKind: JsonValueKind.Array } all && index < all.GetArrayLength() ? all[index] : null;
        string label = value switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
            { ValueKind: JsonValueKind.Number } number => SpeakerName.Of(number.GetRawText()),
            { ValueKind: JsonValueKind.True } => "true",
            { ValueKind: JsonValueKind.False } => "false",
            _ => "",
        };
        return label.Length switch
        {
            0 => throw new RecordRefusedException($"{where} does not say who speaks"),
            > ParsingLimits.KeyCharacters => throw new RecordRefusedException($"{where} has {label.Length} characters: {ParsingLimits.KeyCharacters} are the most"),
            _ => label,
        };
    }

    /// <summary>Adds a text, the texts of a list, or those of the parts that a message has (<c>{"type": "text", "text": …}</c>).</summary>
    private static void Collect(StringBuilder words, JsonElement value, string where, ParsingLimits limits)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Append(words, value.GetString()!.Trim(), where, limits);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement part in value.EnumerateArray())
                    Collect(words, part, where, limits);
                break;
            case JsonValueKind.Object when value.TryGetProperty("text", out JsonElement text):
                Collect(words, text, where, limits);
                break;
            case JsonValueKind.Object or JsonValueKind.Null:
                break;
            default:
                throw new RecordRefusedException($"{where} has no words but {JsonKinds.Name(value)}");
        }
    }

    private static void Append(StringBuilder words, string more, string where, ParsingLimits limits)
    {
        if (words.Length + more.Length > limits.TurnCharacters)
            throw new RecordRefusedException(limits.TooManyCharacters(where));
        if (words.Length > 0 && more.Length > 0)
            Normaliser.Join(words, more);
        else
            words.Append(more);
    }

    private static string? Time(JsonElement turn, FieldMapping mapping) => (mapping.Time ?? s_at).Find(turn) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetDouble(out double seconds) ? TurnTime.OfSeconds(seconds) : null,
        { ValueKind: JsonValueKind.String } text => TurnTime.Of(text.GetString()),
        _ => null,
    };
}
