using System.Globalization;
using System.Text.Json;

namespace DialInsight.Quality.Exports;

/// <summary>Chat rows of one part of the split by conversation, in the shards that the Hugging Face hub reads.</summary>
/// <param name="part">One of <see cref="Split.All"/>.</param>
internal sealed class SplitFormat(string part) : RowFormat
{
    private readonly MessagesFormat _rows = new();

    public override string Name => part;

    public override string File(int shard = 0, int shards = 1) => string.Create(CultureInfo.InvariantCulture, $"data/{part}-{shard:D5}-of-{shards:D5}.jsonl");

    public override bool IsArray => false;

    public override bool IsSharded => true;

    public override bool Holds(TrainingExample example) => example.Part == part;

    public override string? Refusal(TrainingExample example) => _rows.Refusal(example);

    public override void Write(Utf8JsonWriter json, TrainingExample example) => _rows.Write(json, example);
}
