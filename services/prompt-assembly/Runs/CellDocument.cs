using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>One cell of a run: its frozen inputs, from which every attempt follows.</summary>
internal sealed record CellDocument
{
    public static readonly CollectionDefinition<CellDocument> Definition = new(
        "cells", cell => cell.Id, new IndexedField<CellDocument>("run", cell => cell.RunId));

    public required string Id { get; init; }

    public required string RunId { get; init; }

    public required string CellId { get; init; }

    public required string Scenario { get; init; }

    public required string TaskType { get; init; }

    public required int Target { get; init; }

    /// <summary>How many dialogues were frozen; their ids are in <see cref="DialogueChunk"/>s.</summary>
    public required int Dialogues { get; init; }

    /// <summary>The instructions that were there at the run's start; null in runs of an older version, which take all that are approved.</summary>
    public IReadOnlyList<string>? KnownInstructions { get; init; }

    /// <summary>The instructions in the cell's seeded order; empty while it waits for them.</summary>
    public IReadOnlyList<string> Instructions { get; init; } = [];

    /// <summary>
    /// How many slots are worked at once. Slot s is opened when slot s − Window is settled: so many attempts are outstanding,
    /// never more, and no counter has to be kept for it.
    /// </summary>
    public int Window { get; init; }

    /// <summary>Whether its first slots were opened.</summary>
    public bool Open { get; init; }

    /// <summary>Why it cannot be filled whatever is tried; null when it may.</summary>
    public string? Obstacle { get; init; }

    public static string IdOf(string runId, string cellId) => $"{runId}|{cellId}";
}
