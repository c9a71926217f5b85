using System.Text.Json;

namespace DialInsight.Datasets.Rows;

/// <summary>Fields of a row.</summary>
internal static class RowFields
{
    /// <summary>The text of the first of some fields that is there; null when none is, or it is null.</summary>
    /// <exception cref="RowException">It is no text.</exception>
    public static string? Text(JsonElement row, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!row.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
                continue;
            return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new RowException($"{name} is {Kind(value)}, not a text");
        }

        return null;
    }

    /// <summary>The list in a field; null when there is none.</summary>
    /// <exception cref="RowException">It is no list.</exception>
    public static JsonElement? List(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Array ? value : throw new RowException($"{name} is {Kind(value)}, not a list");
    }

    /// <summary>JSON's kinds in words.</summary>
    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
