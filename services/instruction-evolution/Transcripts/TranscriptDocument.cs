using DialInsight.Contracts;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Transcripts;

/// <summary>This service's own copy of a transcript: what new instructions are grounded in.</summary>
internal sealed record TranscriptDocument
{
    public static readonly CollectionDefinition<TranscriptDocument> Definition = new(
        "transcripts",
        transcript => transcript.Id,
        new IndexedField<TranscriptDocument>("pool", transcript => PoolOf(transcript.Scenario, transcript.Language)));

    public required string Id { get; init; }

    public required string Scenario { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>A tombstone: nothing is left of it but its id, and a late copy does not bring it back.</summary>
    public bool Erased { get; init; }

    /// <summary>The pool that batches of one scenario and language draw from.</summary>
    public static string PoolOf(string scenario, string language) => $"{scenario}|{language}";
}
