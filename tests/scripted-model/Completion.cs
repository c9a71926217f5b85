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
            WriteChoice(json, reply);
            if (reply.HasUsage)
                WriteUsage(json, request.Messages.Sum(message => Tokens(message.Text)), Tokens(reply.Text ?? reply.Refusal ?? ""));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A count that tests can reckon with: the text's length.</summary>
    private static int Tokens(string text) => text.Length;

    private static void WriteChoice(Utf8JsonWriter json, Reply reply)
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
        json.WriteEndObject();
        json.WriteEndArray();
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
