using System.Text.Json;
using DialInsight.Datasets.Trainers;

namespace DialInsight.Datasets.Rows;

/// <summary>ShareGPT rows: <c>conversations</c> of <c>from</c> and <c>value</c>, optional <c>system</c> and <c>tools</c>.</summary>
internal sealed class ShareGptRows : ChatRows
{
    public override string Name => "sharegpt";

    public override bool Fits(JsonElement row) => row.TryGetProperty("conversations", out _);

    protected override IReadOnlyList<(string Speaker, string Text)> Turns(JsonElement row)
    {
        IReadOnlyList<(string Speaker, string Text)> turns = Turns(row, "conversations", "from", turn => RowFields.Text(turn, "value") ?? "");
        return RowFields.Text(row, "system") is { Length: > 0 } system ? [("system", system), .. turns] : turns;
    }

    protected override string? RefusalOfObject(JsonElement row) => TrainerRules.ShareGptRow(Turns(row));
}
