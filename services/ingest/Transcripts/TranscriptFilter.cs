using DialInsight.Storage;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Which of the transcripts that are there are wanted; what is absent is not looked at.</summary>
/// <param name="Domain">The domain pack's name.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Channel">The channel's id.</param>
/// <param name="Language"><c>zh</c>, <c>en</c> or <c>other</c>.</param>
/// <param name="Source">The source, as it was given.</param>
/// <param name="Subject">The subject, as it was given.</param>
/// <param name="Coherence">A reason against a transcript, <c>any</c> of them, or <c>none</c>.</param>
/// <param name="IngestedAfter">Kept after this time.</param>
/// <param name="IngestedBefore">Kept before this time.</param>
internal sealed record TranscriptFilter(
    string? Domain,
    string? Scenario,
    string? Channel,
    string? Language,
    string? Source,
    string? Subject,
    string? Coherence,
    DateTimeOffset? IngestedAfter,
    DateTimeOffset? IngestedBefore)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem => Coherence is null || CoherenceField.Known.Contains(Coherence)
        ? null
        : $"`coherence` is one of {string.Join(", ", CoherenceField.Known)}.";

    public Query ToQuery()
    {
        Query query = TranscriptDocument.Kept;
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
