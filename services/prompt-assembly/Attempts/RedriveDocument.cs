using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>A failed attempt that somebody wants tried again, kept until it was: a paused run takes it up when it goes on.</summary>
internal sealed record RedriveDocument
{
    public static readonly CollectionDefinition<RedriveDocument> Definition = new(
        "redrives", redrive => redrive.AttemptId, new IndexedField<RedriveDocument>("run", redrive => redrive.RunId));

    public required string AttemptId { get; init; }

    public required string RunId { get; init; }

    public required string CellId { get; init; }

    public required int Slot { get; init; }
}
