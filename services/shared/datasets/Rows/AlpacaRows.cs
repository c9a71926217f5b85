using System.Text.Json;
using DialInsight.Datasets.Trainers;

namespace DialInsight.Datasets.Rows;

/// <summary>
/// Alpaca rows: <c>instruction</c>, <c>input</c>, <c>output</c>, optional <c>system</c> and <c>history</c>; BELLE's are the same. Measures also read the names that others
/// give these fields, and the first of a seed task's <c>instances</c>.
/// </summary>
internal sealed class AlpacaRows : DatasetFormat
{
    public override string Name => "alpaca";

    public override bool Fits(JsonElement row) => row.TryGetProperty("instruction", out _) || (Has(row, "prompt", "input", "question") && Has(row, "output", "response", "completion", "answer"));

    protected override DatasetRow ReadObject(JsonElement row)
    {
        JsonElement content = RowFields.List(row, "instances") is { } instances && instances.GetArrayLength() > 0 && instances[0].ValueKind == JsonValueKind.Object ? instances[0] : row;
        string instruction = RowFields.Text(row, "instruction", "prompt", "question") ?? "";
        string input = RowFields.Text(content, "input", "context") ?? "";
        if (string.IsNullOrWhiteSpace(instruction) && string.IsNullOrWhiteSpace(input))
            throw new RowException("instruction and input are empty");
        string answer = RowFields.Text(content, "output", "response", "completion", "answer") ?? throw new RowException("there is no output");
        IReadOnlyList<IReadOnlyList<string>> history = History(row);
        string before = string.Join('\n', [RowFields.Text(row, "system") ?? "", .. history.SelectMany(pair => pair)]).Trim();
        // Where there is no instruction, the input is what is asked.
        (instruction, input) = instruction.Length == 0 ? (input, "") : (instruction, input);
        return new DatasetRow(instruction, before.Length == 0 ? input : $"{before}\n{input}", answer, 2 + (2 * history.Count));
    }

    protected override string? RefusalOfObject(JsonElement row) => TrainerRules.AlpacaRow(
        RowFields.Text(row, "instruction") ?? "", RowFields.Text(row, "input") ?? "", RowFields.Text(row, "output") ?? "", RowFields.Text(row, "system"), History(row));

    private static bool Has(JsonElement row, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (row.TryGetProperty(name, out _))
                return true;
        }

        return false;
    }

    private static IReadOnlyList<IReadOnlyList<string>> History(JsonElement row) =>
        RowFields.List(row, "history") is { } history ? [.. history.EnumerateArray().Select(Pair)] : [];

    private static IReadOnlyList<string> Pair(JsonElement pair) => pair.ValueKind == JsonValueKind.Array && pair.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String)
        ? [.. pair.EnumerateArray().Select(text => text.GetString()!)]
        : throw new RowException("history is not made of pairs of a question and an answer");
}
