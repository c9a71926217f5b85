using DialInsight.Contracts.PromptAssembly;
using DialInsight.PromptAssembly.Transcripts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>A thousand of a cell's frozen dialogues, in seeded order: the documents stay small however large the cell.</summary>
internal sealed record DialogueChunk
{
    public const int Size = 1000;

    public static readonly CollectionDefinition<DialogueChunk> Definition = new("dialogue-chunks", chunk => chunk.Id);

    public required string Id { get; init; }

    public required IReadOnlyList<string> Transcripts { get; init; }

    /// <summary>Which part of its transcript an entry is, by its place in <see cref="Transcripts"/>; those that are not here are whole.</summary>
    public IReadOnlyDictionary<int, TurnWindow> Windows { get; init; } = new Dictionary<int, TurnWindow>();

    public static DialogueChunk Of(string id, IReadOnlyList<PooledDialogue> dialogues) => new()
    {
        Id = id,
        Transcripts = [.. dialogues.Select(dialogue => dialogue.TranscriptId)],
        Windows = dialogues.Index().Where(dialogue => dialogue.Item.Window is not null).ToDictionary(dialogue => dialogue.Index, dialogue => dialogue.Item.Window!),
    };

    public static string IdOf(string runId, string cellId, int number) => $"{runId}|{cellId}|{number:D6}";
}
