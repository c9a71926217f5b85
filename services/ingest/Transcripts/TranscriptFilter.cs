using DialInsight.Storage;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Which of the transcripts that are there are wanted; what is absent is not looked at.</summary>
internal sealed record TranscriptFilter(string? Scenario, string? Channel, string? Language, string? Source, string? Subject)
{
    public Query ToQuery()
    {
        Query query = TranscriptDocument.Kept;
        foreach ((string field, string? value) in new[] { ("scenario", Scenario), ("channel", Channel), ("language", Language), ("source", Source), ("subject", Subject) })
            query = value is null ? query : query.Where(field, value);
        return query;
    }
}
