using DialInsight.Client.Transcripts;
using DialInsight.Hosting.Http;
using DialInsight.Ingest.Deduplication;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;

namespace DialInsight.Ingest.Statistics;

/// <summary>Statistics over HTTP.</summary>
internal static class StatisticsEndpoint
{
    public static void MapStatistics(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/transcripts/statistics", GetAsync).WithTags("Transcripts")
            .Produces<TranscriptStatistics>()
            .WithSummary("What the kept transcripts are: counts by domain, scenario, channel, language and source, lengths, personal data, what cleaning removed, how many records were not kept as duplicates; filter as the list.")
            .WithDescription("Reads every transcript that the filter matches, in pages and without its words: time is linear in their bytes, memory in the number of names.");

    private static async Task<IResult> GetAsync(
        [AsParameters] TranscriptFilter filter, IDocumentStoreFactory stores, Duplicates duplicates, CancellationToken cancellationToken)
    {
        if (filter.Problem is { } problem)
            return Problems.Invalid("filter-invalid", "The filter cannot be read", problem);

        var sums = new TranscriptSums();
        IDocumentCollection<TranscriptFigures> transcripts = stores.Open(IngestModule.Database).Collection(TranscriptFigures.Definition);
        await foreach (Versioned<TranscriptFigures> transcript in transcripts.StreamAsync(filter.ToQuery(), cancellationToken))
            sums.Add(transcript.Document);
        return TypedResults.Ok(sums.ToStatistics(await duplicates.CountAsync(filter, cancellationToken)));
    }
}
