using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>The instructions that a cell of a recipe was last worked with: what a second identical run uses again.</summary>
internal sealed record SelectionDocument
{
    public static readonly CollectionDefinition<SelectionDocument> Definition = new("instruction-selections", selection => selection.Id);

    public required string Id { get; init; }

    /// <summary>Their ids, in order.</summary>
    public required IReadOnlyList<string> Instructions { get; init; }
}
