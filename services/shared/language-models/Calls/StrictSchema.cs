using System.Text.Json;

namespace DialInsight.LanguageModels.Calls;

/// <summary>OpenAI's strict mode takes only schemas whose objects are closed and whose properties are all required.</summary>
internal static class StrictSchema
{
    /// <summary>Whether strict mode would take <paramref name="schema"/>.</summary>
    public static bool Fits(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => IsClosed(schema) && schema.EnumerateObject().All(member => Fits(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().All(Fits),
        _ => true,
    };

    private static bool IsClosed(JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
            return true;
        if (!schema.TryGetProperty("additionalProperties", out JsonElement more) || more.ValueKind != JsonValueKind.False)
            return false;
        if (!schema.TryGetProperty("required", out JsonElement required) || required.ValueKind != JsonValueKind.Array)
            return false;
        HashSet<string?> names = [.. required.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString())];
        return properties.EnumerateObject().All(property => names.Contains(property.Name));
    }
}
