using System.Text.Json;
using DialInsight.Datasets.Trainers;

namespace DialInsight.Quality.Exports;

/// <summary>ShareGPT rows: <c>conversations</c> of <c>from</c> and <c>value</c>.</summary>
internal sealed class ShareGptFormat : RowFormat
{
    public override string Name => "sharegpt";

    public override string File(int shard = 0, int shards = 1) => "sharegpt.json";

    public override bool IsArray => true;

    public override string? Refusal(TrainingExample example) =>
        TrainerRules.ShareGptRow([("human", example.Prompt), ("gpt", example.Answer)]);

    public override void Write(Utf8JsonWriter json, TrainingExample example)
    {
        json.WriteStartObject();
        json.WriteStartArray("conversations");
        Write(json, "human", example.Prompt);
        Write(json, "gpt", example.Answer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string from, string value)
    {
        json.WriteStartObject();
        json.WriteString("from", from);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
