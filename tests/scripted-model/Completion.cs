using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>Writes a chat completion.</summary>
internal static class Completion
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body.</summary>
    public static byte[] Write(ChatRequest request, string model, Reply reply)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", $"chatcmpl-{request.Number}");
            json.WriteString("object", "chat.completion");
            json.WriteNumber("created", 0);
            json.WriteString("model", model);
            WriteChoice(json, reply, request.TopLogProbabilities);
            if (reply.HasUsage)
                WriteUsage(json, request.Messages.Sum(message => Tokens(message.Text)), Tokens(reply.Text ?? reply.Refusal ?? ""));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A count that tests can reckon with: the text's length.</summary>
    private static int Tokens(string text) => text.Length;

    private static void WriteChoice(Utf8JsonWriter json, Reply reply, int? top)
    {
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        json.WriteString("content", reply.Text);
        json.WriteString("refusal", reply.Refusal);
        json.WriteEndObject();
        json.WriteString("finish_reason", reply.FinishReason);
        if (top is { } count)
            WriteLogProbabilities(json, reply.Text ?? "", count);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The whole text as one token, and others that are each a little less likely.</summary>
    private static void WriteLogProbabilities(Utf8JsonWriter json, string text, int top)
    {
        json.WritePropertyName("logprobs");
        JsonSerializer.Serialize(json, new
        {
            content = new[]
            {
                new { token = text, logprob = -0.25, top_logprobs = Enumerable.Range(1, top).Select(i => new { token = $"{i}", logprob = -0.25 * i }) },
            },
        });
    }

    private static void WriteUsage(Utf8JsonWriter json, int input, int output)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", input);
        json.WriteNumber("completion_tokens", output);
        json.WriteNumber("total_tokens", input + output);
        json.WriteEndObject();
    }
}
