using System.Text.Json;

namespace DialInsight.LanguageModels.Calls;

/// <summary>Reads the body of a chat completion. What an endpoint sends is untrusted: whatever does not read is a failed try.</summary>
internal static class ChatResponseBody
{
    private const int LongestModelName = 200;
    private const long MostTokens = 1_000_000_000;

    /// <summary>The answer.</summary>
    /// <exception cref="EndpointException">The body is not a chat completion.</exception>
    public static EndpointAnswer Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            JsonElement choice = root.GetProperty("choices")[0];
            JsonElement message = choice.GetProperty("message");
            string? refusal = TextOf(message, "refusal");
            return new EndpointAnswer(
                string.IsNullOrEmpty(refusal) ? TextOf(message, "content") ?? "" : refusal,
                TextOf(root, "model") is { Length: > 0 and <= LongestModelName } model && !model.Any(char.IsControl) ? model : null,
                string.IsNullOrEmpty(refusal) ? StopOf(TextOf(choice, "finish_reason")) : ModelStop.Refused,
                TokensOf(root, "prompt_tokens"),
                TokensOf(root, "completion_tokens"))
            {
                LogProbabilities = Calls.LogProbabilities.Read(choice),
            };
        }
        // InvalidOperationException: a value of another kind, or text that is no valid Unicode. IndexOutOfRangeException: no choice.
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new EndpointException(EndpointFailure.Failing, "answered with something that is not a chat completion", innerException: e);
        }
    }

    /// <summary>The error code of an error's body where it looks like one, else null: other text may quote the prompt.</summary>
    public static string? ErrorCode(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out JsonElement error) || error.ValueKind != JsonValueKind.Object)
                return null;
            return TextOf(error, "code") is { Length: > 0 and <= 64 } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? code : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement parent, string name) => !parent.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        // Content in parts: a list of {type: text, text}.
        JsonValueKind.Array => string.Concat(value.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Object ? TextOf(part, "text") : null)),
        _ => null,
    };

    private static ModelStop StopOf(string? reason) => reason switch
    {
        "length" => ModelStop.Length,
        "content_filter" => ModelStop.Refused,
        _ => ModelStop.Finished,
    };

    /// <summary>A count of the usage that the endpoint tells; null where it does not, or not credibly.</summary>
    public static long? TokensOf(JsonElement root, string name) =>
        root.TryGetProperty("usage", out JsonElement usage) && usage.ValueKind == JsonValueKind.Object
        && usage.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out long tokens) && tokens is >= 0 and <= MostTokens ? tokens : null;
}
