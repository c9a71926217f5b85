using System.ComponentModel;
using DialInsight.Storage;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Which of the transcripts that are there are wanted; what is absent is not looked at.</summary>
internal sealed record TranscriptFilter(
    [property: Description("The domain pack's name.")] string? Domain,
    [property: Description("The scenario's id.")] string? Scenario,
    [property: Description("The channel's id.")] string? Channel,
    [property: Description("zh, en or other.")] string? Language,
    [property: Description("The source, as it was given.")] string? Source,
    [property: Description("The subject, as it was given.")] string? Subject,
    [property: Description("A reason against a conversation (too-short, single-speaker, garbled, other-language), any of them, or none.")] string? Coherence,
    [property: Description("Kept after this time (ISO 8601).")] DateTimeOffset? IngestedAfter,
    [property: Description("Kept before this time (ISO 8601).")] DateTimeOffset? IngestedBefore)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem => Coherence is null || CoherenceField.Known.Contains(Coherence)
        ? null
        : $"`coherence` is one of {string.Join(", ", CoherenceField.Known)}.";

    /// <summary>The transcripts that are wanted, of those that are there.</summary>
    public Query ToQuery() => On(TranscriptDocument.Kept);

    /// <summary>Those of a query that are wanted: of any collection that has these fields.</summary>
    public Query On(Query query)
    {
        foreach ((string field, string? value) in new[]
        {
            ("domain", Domain), ("scenario", Scenario), ("channel", Channel), ("language", Language), ("source", Source), ("subject", Subject),
        })
        {
            query = value is null ? query : query.Where(field, value);
        }

        if (Coherence is not null)
            query = Coherence == "none" ? query.Where("coherence", null) : query.WhereIn("coherence", CoherenceField.Holding(Coherence));
        query = IngestedAfter is { } after ? query.After("ingestedAt", after) : query;
        return IngestedBefore is { } before ? query.Before("ingestedAt", before) : query;
    }
}
