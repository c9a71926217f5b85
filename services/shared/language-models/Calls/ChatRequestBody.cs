using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DialInsight.LanguageModels.Settings;

namespace DialInsight.LanguageModels.Calls;

/// <summary>Writes a request as the body of a chat completion, in the part of the protocol that all its servers share.</summary>
internal static class ChatRequestBody
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body; with <paramref name="schema"/> that goes into <c>response_format</c>, without it the request's own goes into the prompt.</summary>
    public static BinaryData Write(ModelRequest request, string model, LanguageModelSettings settings, KnownSchema? schema)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            WriteMessages(json, request, inPrompt: schema is null ? request.ResponseSchema : null);
            WriteParameters(json, request, settings);
            if (schema is not null)
                WriteFormat(json, schema);
            json.WriteEndObject();
        }

        return BinaryData.FromBytes(buffer.WrittenMemory);
    }

    private static void WriteMessages(Utf8JsonWriter json, ModelRequest request, string? inPrompt)
    {
        json.WriteStartArray("messages");
        foreach (ModelMessage message in request.Messages)
            WriteMessage(json, message.Role, message.Text);
        if (inPrompt is not null)
            WriteMessage(json, "system", $"Answer with one JSON value that satisfies this JSON schema, and with nothing else:\n{inPrompt}");
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, string text)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", text);
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, ModelRequest request, LanguageModelSettings settings)
    {
        if ((request.Temperature ?? settings.Temperature) is { } temperature)
            json.WriteNumber("temperature", temperature);
        // OpenAI's newer models know only the new name, most other servers only the old one.
        if ((request.MaximumOutputTokens ?? settings.MaximumOutputTokens) is { } tokens)
            json.WriteNumber(settings.Endpoint.Host == LanguageModelSettings.DefaultEndpoint.Host ? "max_completion_tokens" : "max_tokens", tokens);
        json.WriteNumber("seed", request.Draw);
        if (request.TopLogProbabilities is { } top)
        {
            json.WriteBoolean("logprobs", true);
            json.WriteNumber("top_logprobs", Math.Clamp(top, 0, 20));
        }
    }

    private static void WriteFormat(Utf8JsonWriter json, KnownSchema schema)
    {
        json.WriteStartObject("response_format");
        json.WriteString("type", "json_schema");
        json.WriteStartObject("json_schema");
        json.WriteString("name", "answer");
        json.WriteBoolean("strict", schema.IsStrict);
        json.WritePropertyName("schema");
        json.WriteRawValue(schema.Json, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
