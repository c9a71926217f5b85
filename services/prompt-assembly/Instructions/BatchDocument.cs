using DialInsight.Contracts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>What a cell's batch of instructions came to.</summary>
internal sealed record BatchDocument
{
    public static readonly CollectionDefinition<BatchDocument> Definition = new(
        "batches", batch => batch.Id, new IndexedField<BatchDocument>("run", batch => batch.RunId));

    public required string Id { get; init; }

    public required string RunId { get; init; }

    public required IReadOnlyList<string> InstructionIds { get; init; }

    public string? Shortfall { get; init; }

    public required IReadOnlyList<ModelSpend> Spend { get; init; }

    public static string IdOf(string runId, string cellId) => $"{runId}|{cellId}";
}
