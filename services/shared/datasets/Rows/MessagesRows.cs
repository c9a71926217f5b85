using System.Text.Json;
using DialInsight.Datasets.Trainers;

namespace DialInsight.Datasets.Rows;

/// <summary>Chat rows: <c>messages</c> of <c>role</c> and <c>content</c>, a text or a list of parts that hold texts; a call of tools stands in for a text.</summary>
internal sealed class MessagesRows : ChatRows
{
    public override string Name => "messages";

    public override bool Fits(JsonElement row) => row.TryGetProperty("messages", out _);

    protected override IReadOnlyList<(string Speaker, string Text)> Turns(JsonElement row) => Turns(row, "messages", "role", Content);

    protected override string? RefusalOfObject(JsonElement row) => TrainerRules.MessagesRow(Turns(row));

    private static string Content(JsonElement message)
    {
        if (message.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Array)
            return string.Join('\n', content.EnumerateArray().Select(Part));
        if (RowFields.Text(message, "content") is { Length: > 0 } text)
            return text;
        return RowFields.List(message, "tool_calls") is { } calls && calls.GetArrayLength() > 0 ? calls.GetRawText() : "";
    }

    private static string Part(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object ? RowFields.Text(part, "text") ?? "" : throw new RowException("content holds a part that is no object");
}
