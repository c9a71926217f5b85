using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Transcripts;

/// <summary>This service's own copy of a transcript: what prompts are made around.</summary>
internal sealed record TranscriptDocument
{
    public static readonly CollectionDefinition<TranscriptDocument> Definition = new(
        "transcripts",
        transcript => transcript.Id,
        new("pool", transcript => PoolOf(transcript.Scenario, transcript.Language)),
        new("receivedAt", transcript => transcript.ReceivedAt),
        new("erased", transcript => transcript.Erased));

    public required string Id { get; init; }

    public required string Scenario { get; init; }

    public required string Language { get; init; }

    public string? Channel { get; init; }

    public string? Source { get; init; }

    public string? Subject { get; init; }

    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>The tokens of its turns; 0 where an older version kept it, which did not count them.</summary>
    public int Tokens { get; init; }

    /// <summary>The span in which it came, as a W3C <c>traceparent</c>: its samples go on in that trace. Null where nobody traces.</summary>
    public string? Trace { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>A tombstone: nothing is left of it but its id, and a late copy does not bring it back.</summary>
    public bool Erased { get; init; }

    /// <summary>The transcript with the turns of a window only; null is all of them.</summary>
    public TranscriptDocument Within(TurnWindow? window) => window is null ? this : this with { Turns = [.. Turns.Skip(window.First).Take(window.Count)], Tokens = 0 };

    /// <summary>The pool that cells of one scenario and language draw from.</summary>
    public static string PoolOf(string scenario, string language) => $"{scenario}|{language}";
}
