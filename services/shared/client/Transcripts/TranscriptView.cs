using DialInsight.Contracts;

namespace DialInsight.Client.Transcripts;

/// <summary>Which transcripts are wanted; what is null is not looked at.</summary>
/// <param name="Domain">The domain pack's name.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Channel">The channel's id.</param>
/// <param name="Language"><c>zh</c>, <c>en</c> or <c>other</c>.</param>
/// <param name="Source">The source, as it was given.</param>
/// <param name="Subject">The subject, as it was given.</param>
/// <param name="Coherence">A reason against a transcript, <c>any</c> of them, or <c>none</c>.</param>
public sealed record TranscriptQuery(
    string? Domain = null, string? Scenario = null, string? Channel = null, string? Language = null, string? Source = null, string? Subject = null, string? Coherence = null);

/// <summary>A page of transcripts.</summary>
/// <param name="Items">The transcripts.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record TranscriptPage(IReadOnlyList<TranscriptSummary> Items, string? NextCursor);

/// <summary>A transcript in a list.</summary>
/// <param name="Id">The transcript's id.</param>
/// <param name="Domain">The domain pack; null where none was given.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">The language.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Subject">The person it is about, an opaque key.</param>
/// <param name="Turns">How many turns it has.</param>
/// <param name="Coherence">Why it may be of no use; empty where nothing tells.</param>
/// <param name="IngestedAt">When it was kept (UTC).</param>
public sealed record TranscriptSummary(
    string Id, string? Domain, string Scenario, string? Channel, string Language, string? Source, string? Subject, int Turns, IReadOnlyList<string> Coherence, DateTimeOffset IngestedAt);

/// <summary>A transcript as it is kept: normalised, cleaned, personal data replaced.</summary>
public sealed record TranscriptView
{
    /// <summary>The transcript's id.</summary>
    public required string Id { get; init; }

    /// <summary>The domain pack; null where none was given.</summary>
    public string? Domain { get; init; }

    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>How the scenario was found: <c>given</c>, <c>keywords</c> or <c>default</c>.</summary>
    public string? ScenarioOrigin { get; init; }

    /// <summary>The scenario as the record gave it.</summary>
    public string? GivenScenario { get; init; }

    /// <summary>The channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary><c>zh-Hans</c> or <c>zh-Hant</c> where the text tells.</summary>
    public string? Script { get; init; }

    /// <summary>The encoding of its source; null for UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>Where it came from.</summary>
    public string? Source { get; init; }

    /// <summary>The person it is about, an opaque key.</summary>
    public string? Subject { get; init; }

    /// <summary>The turns.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>How much personal data was replaced, by type.</summary>
    public IReadOnlyDictionary<string, int>? Pseudonyms { get; init; }

    /// <summary>How often each rule of cleaning removed something.</summary>
    public IReadOnlyDictionary<string, int>? Cleaned { get; init; }

    /// <summary>Why it may be of no use; empty where nothing tells.</summary>
    public IReadOnlyList<string> Coherence { get; init; } = [];

    /// <summary>When it was kept (UTC).</summary>
    public required DateTimeOffset IngestedAt { get; init; }

    /// <summary>The records that were not kept because they repeat it; null where the service does not tell.</summary>
    public TranscriptDuplicates? Duplicates { get; init; }
}

/// <summary>The records that were not kept because they repeat a transcript.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Latest">The latest of them, 100 at most.</param>
public sealed record TranscriptDuplicates(long Count, IReadOnlyList<TranscriptDuplicate> Latest);

/// <summary>A record that was not kept because it repeats a transcript.</summary>
/// <param name="Similarity">1 for the same conversation, less for one that differs in some words.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Subject">The person it was about, an opaque key.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="At">When it was sent first (UTC).</param>
public sealed record TranscriptDuplicate(double Similarity, string? Source, string? Subject, string? Channel, DateTimeOffset At);
