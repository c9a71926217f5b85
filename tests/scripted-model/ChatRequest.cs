using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>A chat completion that was asked for.</summary>
/// <param name="Number">The number of the call at this server, from 1.</param>
/// <param name="Model">The model asked for.</param>
/// <param name="Messages">The messages.</param>
/// <param name="Schema">The schema in <c>response_format</c>, or null.</param>
/// <param name="Seed">The seed; 0 where there is none.</param>
/// <param name="TopLogProbabilities">How many log probabilities are asked for; null for none.</param>
public sealed record ChatRequest(int Number, string Model, IReadOnlyList<ChatRequest.Message> Messages, JsonElement? Schema, long Seed, int? TopLogProbabilities = null)
{
    /// <summary>What the user says, all messages of it: when an answer is to be repaired, the dialogue stands in the first.</summary>
    public string UserText => string.Join("\n\n", Messages.Where(message => message.Role == "user").Select(message => message.Text));

    /// <summary>One message.</summary>
    public sealed record Message(string Role, string Text);

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">It is no request for a chat completion.</exception>
    public static ChatRequest Read(ReadOnlyMemory<byte> body, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            return new ChatRequest(
                number,
                root.GetProperty("model").GetString() ?? "",
                [.. root.GetProperty("messages").EnumerateArray().Select(message => new Message(message.GetProperty("role").GetString() ?? "", message.GetProperty("content").GetString() ?? ""))],
                SchemaOf(root),
                root.TryGetProperty("seed", out JsonElement seed) ? seed.GetInt64() : 0,
                root.TryGetProperty("top_logprobs", out JsonElement top) ? top.GetInt32() : null);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("No request for a chat completion.", e);
        }
    }

    private static JsonElement? SchemaOf(JsonElement root) =>
        root.TryGetProperty("response_format", out JsonElement format) && format.TryGetProperty("json_schema", out JsonElement named) && named.TryGetProperty("schema", out JsonElement schema)
            ? schema.Clone()
            : null;
}
