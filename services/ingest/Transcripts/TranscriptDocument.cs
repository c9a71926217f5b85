using System.Globalization;
using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Conversations.Preparing;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.Ingest.Transcripts;

/// <summary>A conversation, normalised. Its id is computed from its turns, so that the same conversation is the same document.</summary>
internal sealed record TranscriptDocument : IRecorded, ITraced
{
    public static readonly CollectionDefinition<TranscriptDocument> Definition = new(
        "transcripts",
        transcript => transcript.Id,
        new("domain", transcript => transcript.Domain),
        new("scenario", transcript => transcript.Scenario),
        new("channel", transcript => transcript.Channel),
        new("language", transcript => transcript.Language),
        new("source", transcript => transcript.Source),
        new("subject", transcript => transcript.Subject),
        new("coherence", transcript => CoherenceField.Of(transcript.Coherence)),
        new("ingestedAt", transcript => transcript.IngestedAt),
        new("erasure", transcript => transcript.ErasureId),
        new("recorded", transcript => transcript.Recorded))
    {
        CompoundIndexes = [["erasure", "ingestedAt"]],
    };

    public required string Id { get; init; }

    /// <summary>Which record of which source it was first read from: the same one again is a repetition, another one a duplicate.</summary>
    public required string Origin { get; init; }

    public string? Domain { get; init; }

    public required string Scenario { get; init; }

    public required ScenarioOrigin ScenarioOrigin { get; init; }

    /// <summary>The scenario as the record gave it.</summary>
    public string? GivenScenario { get; init; }

    public string? Channel { get; init; }

    public required string Language { get; init; }

    /// <summary><c>zh-Hans</c> or <c>zh-Hant</c> where the language is Chinese and the text tells.</summary>
    public string? Script { get; init; }

    /// <summary>The encoding that the source was found to be in; null for UTF-8.</summary>
    public string? Encoding { get; init; }

    public string? Source { get; init; }

    public string? Subject { get; init; }

    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>How much personal data was replaced, by type.</summary>
    public IReadOnlyDictionary<string, int>? Pseudonyms { get; init; }

    /// <summary>How often each rule of cleaning removed something; null of what earlier versions kept.</summary>
    public IReadOnlyDictionary<string, int>? Cleaned { get; init; }

    /// <summary>Why it may be of no use; empty where nothing tells.</summary>
    public IReadOnlyList<string>? Coherence { get; init; }

    public required DateTimeOffset IngestedAt { get; init; }

    /// <summary>The erasure that took it; null for one that is there.</summary>
    public string? ErasureId { get; init; }

    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Whose it was: while the erasure lasts, the others have to be told.</summary>
    public string? ErasedSubject { get; init; }

    public string? Recorded { get; set; }

    /// <inheritdoc/>
    public string? Trace { get; set; }

    /// <summary>Why a conversation that was erased is not taken in again; null for one that is there.</summary>
    public string? ErasureNotice() => ErasedAt is not { } at ? null : string.Create(
        CultureInfo.InvariantCulture, $"this conversation was erased on {at:yyyy-MM-dd}, as its subject asked, and is not taken in again: leave it out of what you send");

    /// <summary>Those that are there, tombstones left out.</summary>
    public static Query Kept { get; } = Query.All.Where("erasure", null);

    /// <summary>The document of a conversation that is taken in now.</summary>
    public static TranscriptDocument Of(PreparedConversation conversation, DateTimeOffset now) => new()
    {
        Id = conversation.Id,
        Origin = conversation.Origin,
        Domain = conversation.Domain,
        Scenario = conversation.Scenario,
        ScenarioOrigin = conversation.ScenarioOrigin,
        GivenScenario = conversation.GivenScenario,
        Channel = conversation.Channel,
        Language = conversation.Language,
        Script = conversation.Script,
        Encoding = conversation.Encoding,
        Source = conversation.Source,
        Subject = conversation.Subject,
        Turns = conversation.Turns,
        Pseudonyms = conversation.Pseudonyms,
        Cleaned = conversation.Cleaned,
        Coherence = conversation.Coherence,
        IngestedAt = now,
    };

    /// <summary>Its tombstone: made anew, so that no property is forgotten. It knows the conversation again should it be sent once more.</summary>
    public TranscriptDocument Erased(string erasureId, DateTimeOffset at) => new()
    {
        Id = Id,
        Origin = "",
        Scenario = "",
        ScenarioOrigin = ScenarioOrigin.Default,
        Language = "",
        Turns = [],
        IngestedAt = IngestedAt,
        ErasureId = erasureId,
        ErasedAt = at,
        ErasedSubject = Subject,
    };

    public static IEnumerable<IFact> Facts(TranscriptDocument transcript) =>
        transcript is { ErasureId: { } erasure, ErasedAt: { } at } ? [transcript.ToErased(erasure, at)] : [transcript.ToIngested()];

    private TranscriptErased ToErased(string erasureId, DateTimeOffset at) => new()
    {
        Id = DeterministicId.Guid("transcript-erased", Id),
        OccurredAt = at,
        ErasureId = erasureId,
        TranscriptId = Id,
        Subject = ErasedSubject ?? "",
    };

    private TranscriptIngested ToIngested() => new()
    {
        Id = DeterministicId.Guid("transcript-ingested", Id),
        OccurredAt = IngestedAt,
        TranscriptId = Id,
        Domain = Domain,
        Scenario = Scenario,
        ScenarioOrigin = ScenarioOrigin,
        Channel = Channel,
        Language = Language,
        Source = Source,
        Subject = Subject,
        Turns = Turns,
    };
}
