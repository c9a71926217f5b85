using System.Text.Json;

namespace DialInsight.Hosting.Failures;

/// <summary>Finds the transcript that a kept message is about, so that an erasure finds the message.</summary>
internal static class PayloadTranscript
{
    /// <summary>The <c>transcriptId</c> of the message, or of its assignment; null where it names none or cannot be read.</summary>
    public static string? Of(string payload)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(payload);
            return Named(json.RootElement, "transcriptId") ?? (Member(json.RootElement, "assignment") is { } assignment ? Named(assignment, "transcriptId") : null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Named(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }

        return null;
    }
}
