using System.Text.Json;
using DialInsight.Datasets.Trainers;

namespace DialInsight.Quality.Exports;

/// <summary>Preference pairs, one a line: an accepted answer beside one to the same prompt that was not accepted.</summary>
internal sealed class PreferenceFormat : RowFormat
{
    /// <summary>The format's name.</summary>
    public const string Of = "preference";

    public override string Name => Of;

    public override string File(int shard = 0, int shards = 1) => "preference.jsonl";

    public override bool IsArray => false;

    public override bool Holds(TrainingExample example) => example.Rejected is not null;

    public override string? Refusal(TrainingExample example) =>
        TrainerRules.PreferenceRow(example.Instruction, example.Dialogue, example.Answer, example.Rejected ?? "");

    public override void Write(Utf8JsonWriter json, TrainingExample example)
    {
        json.WriteStartObject();
        json.WriteString("instruction", example.Instruction);
        json.WriteString("input", example.Dialogue);
        json.WriteString("chosen", example.Answer);
        json.WriteString("rejected", example.Rejected);
        json.WriteEndObject();
    }
}
