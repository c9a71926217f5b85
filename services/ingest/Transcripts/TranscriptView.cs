using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Ingest.Deduplication;

namespace DialInsight.Ingest.Transcripts;

/// <summary>A transcript in a list.</summary>
internal sealed record TranscriptSummary(
    string Id, string? Domain, string Scenario, string? Channel, string Language, string? Source, string? Subject, int Turns, IReadOnlyList<string> Coherence, DateTimeOffset IngestedAt)
{
    public static TranscriptSummary Of(TranscriptDocument transcript) => new(
        transcript.Id,
        transcript.Domain,
        transcript.Scenario,
        transcript.Channel,
        transcript.Language,
        transcript.Source,
        transcript.Subject,
        transcript.Turns.Count,
        transcript.Coherence ?? [],
        transcript.IngestedAt);
}

/// <summary>A transcript.</summary>
internal sealed record TranscriptView(
    string Id,
    string? Domain,
    string Scenario,
    ScenarioOrigin ScenarioOrigin,
    string? GivenScenario,
    string? Channel,
    string Language,
    string? Script,
    string? Encoding,
    string? Source,
    string? Subject,
    IReadOnlyList<Turn> Turns,
    IReadOnlyDictionary<string, int>? Pseudonyms,
    IReadOnlyDictionary<string, int>? Cleaned,
    IReadOnlyList<string> Coherence,
    DateTimeOffset IngestedAt,
    TranscriptDuplicates Duplicates)
{
    public static TranscriptView Of(TranscriptDocument transcript, TranscriptDuplicates duplicates) => new(
        transcript.Id,
        transcript.Domain,
        transcript.Scenario,
        transcript.ScenarioOrigin,
        transcript.GivenScenario,
        transcript.Channel,
        transcript.Language,
        transcript.Script,
        transcript.Encoding,
        transcript.Source,
        transcript.Subject,
        transcript.Turns,
        transcript.Pseudonyms,
        transcript.Cleaned,
        transcript.Coherence ?? [],
        transcript.IngestedAt,
        duplicates);
}
