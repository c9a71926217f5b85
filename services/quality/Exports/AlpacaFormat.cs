using System.Text.Json;
using DialInsight.Datasets.Trainers;

namespace DialInsight.Quality.Exports;

/// <summary>Alpaca rows: <c>instruction</c> without the dialogue, <c>input</c> the dialogue, <c>output</c> the answer.</summary>
internal sealed class AlpacaFormat : RowFormat
{
    public override string Name => "alpaca";

    public override string File(int shard = 0, int shards = 1) => "alpaca.json";

    public override bool IsArray => true;

    public override string? Refusal(TrainingExample example) =>
        TrainerRules.AlpacaRow(example.Instruction, example.Dialogue, example.Answer, null, []);

    public override void Write(Utf8JsonWriter json, TrainingExample example)
    {
        json.WriteStartObject();
        json.WriteString("instruction", example.Instruction);
        json.WriteString("input", example.Dialogue);
        json.WriteString("output", example.Answer);
        json.WriteEndObject();
    }
}
