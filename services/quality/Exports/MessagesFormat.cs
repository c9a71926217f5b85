using System.Text.Json;
using DialInsight.Datasets.Trainers;

namespace DialInsight.Quality.Exports;

/// <summary>Chat rows, one a line: <c>messages</c> of <c>role</c> and <c>content</c>.</summary>
internal sealed class MessagesFormat : RowFormat
{
    public override string Name => "messages";

    public override string File(int shard = 0, int shards = 1) => "messages.jsonl";

    public override bool IsArray => false;

    public override string? Refusal(TrainingExample example) =>
        TrainerRules.MessagesRow([("user", example.Prompt), ("assistant", example.Answer)]);

    public override void Write(Utf8JsonWriter json, TrainingExample example)
    {
        json.WriteStartObject();
        json.WriteStartArray("messages");
        Write(json, "user", example.Prompt);
        Write(json, "assistant", example.Answer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string role, string content)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", content);
        json.WriteEndObject();
    }
}
