using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>A thousand of a cell's frozen dialogues, in seeded order: the documents stay small however large the cell.</summary>
internal sealed record DialogueChunk
{
    public const int Size = 1000;

    public static readonly CollectionDefinition<DialogueChunk> Definition = new("dialogue-chunks", chunk => chunk.Id);

    public required string Id { get; init; }

    public required IReadOnlyList<string> Transcripts { get; init; }

    public static string IdOf(string runId, string cellId, int number) => $"{runId}|{cellId}|{number:D6}";
}
