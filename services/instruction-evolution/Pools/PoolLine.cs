using System.Text.Json;
using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Pools;

/// <summary>
/// One instruction of a pool as a line of JSON: this service's own export, Self-Instruct's and BELLE's seed tasks (<c>instruction</c> with <c>instances</c>), or
/// Alpaca's (<c>instruction</c>, <c>input</c>, <c>output</c>). Of the latter three the instruction is taken; inputs and outputs are those of other tasks.
/// </summary>
internal sealed record PoolLine
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 16 };

    public string? Text { get; init; }

    public string? Domain { get; init; }

    public string? Scenario { get; init; }

    public string? TaskType { get; init; }

    public string? Language { get; init; }

    /// <summary>Who wrote it; a person where the line does not say.</summary>
    public string Origin { get; init; } = InstructionDocument.Human;

    /// <summary>Reads a line; where it says nothing, <paramref name="otherwise"/> holds. Null and a reason where it is not one.</summary>
    public static (PoolLine? Line, string? Problem) Read(ReadOnlyMemory<byte> json, PoolLine otherwise)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, s_options);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return (null, "is no JSON object");
            string? text = Member(root, "text") ?? Member(root, "instruction");
            return (new PoolLine
            {
                Text = text?.Trim(),
                Domain = Member(root, "domain") ?? otherwise.Domain,
                Scenario = Member(root, "scenario") ?? otherwise.Scenario,
                TaskType = Member(root, "taskType") ?? Member(root, "task") ?? otherwise.TaskType,
                Language = Member(root, "language") ?? otherwise.Language,
                Origin = Member(root, "origin") is { Length: > 0 and <= 100 } origin ? origin : otherwise.Origin,
            }, null);
        }
        catch (JsonException problem)
        {
            return (null, $"is not valid JSON at byte {problem.BytePositionInLine}");
        }
    }

    private static string? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
