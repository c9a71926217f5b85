using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;

namespace DialInsight.Ingest.Deduplication;

/// <summary>A record that was not kept because it repeats a transcript: what it was, without its words. The same record sent again is the same document.</summary>
internal sealed record DuplicateDocument
{
    public static readonly CollectionDefinition<DuplicateDocument> Definition = new(
        "duplicates",
        duplicate => duplicate.Id,
        new("of", duplicate => duplicate.Of),
        new("kind", duplicate => duplicate.Kind),
        new("domain", duplicate => duplicate.Domain),
        new("scenario", duplicate => duplicate.Scenario),
        new("channel", duplicate => duplicate.Channel),
        new("language", duplicate => duplicate.Language),
        new("source", duplicate => duplicate.Source),
        new("subject", duplicate => duplicate.Subject),
        new("coherence", duplicate => CoherenceField.Of(duplicate.Coherence)),
        new("ingestedAt", duplicate => duplicate.IngestedAt))
    {
        CompoundIndexes = [["of", "ingestedAt"]],
    };

    public required string Id { get; init; }

    /// <summary>The transcript that it repeats.</summary>
    public required string Of { get; init; }

    /// <summary>1 for the same conversation.</summary>
    public required double Similarity { get; init; }

    /// <summary><c>exact</c> or <c>near</c>.</summary>
    public string Kind => Similarity >= 1 ? "exact" : "near";

    public string? Domain { get; init; }

    public required string Scenario { get; init; }

    public string? Channel { get; init; }

    public required string Language { get; init; }

    public string? Source { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<string>? Coherence { get; init; }

    /// <summary>When it was sent first.</summary>
    public required DateTimeOffset IngestedAt { get; init; }

    /// <summary>The document of what would have been kept as <paramref name="transcript"/>.</summary>
    public static DuplicateDocument From(TranscriptDocument transcript, string of, double similarity) => new()
    {
        Id = DeterministicId.Of(32, transcript.Id, transcript.Origin),
        Of = of,
        Similarity = similarity,
        Domain = transcript.Domain,
        Scenario = transcript.Scenario,
        Channel = transcript.Channel,
        Language = transcript.Language,
        Source = transcript.Source,
        Subject = transcript.Subject,
        Coherence = transcript.Coherence,
        IngestedAt = transcript.IngestedAt,
    };
}
