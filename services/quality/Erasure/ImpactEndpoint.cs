using System.ComponentModel;
using DialInsight.Hosting.Http;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.Quality.Erasure;

/// <summary>What an erasure would take away, told beforehand.</summary>
internal static class ImpactEndpoint
{
    private const int IdsAtOnce = 500;

    /// <summary>Maps <c>/releases/concerned</c>.</summary>
    public static void MapImpact(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/releases/concerned", ShowAsync).WithName("GetErasureImpact")
            .WithSummary("The samples that are kept of a `subject`, and the releases that hold some of them: what an erasure would remove and withdraw.");

    private static async Task<Results<Ok<SubjectImpact>, ProblemHttpResult>> ShowAsync(
        IDocumentCollection<Sample> samples, IDocumentCollection<ReleaseRow> rows, CancellationToken cancellationToken,
        [Description("The subject, as it was given with the transcripts.")] string? subject = null)
    {
        if (string.IsNullOrEmpty(subject))
            return Problems.Invalid("impact-of-whom", "Of which subject?", "Give `subject`, as it was given with its transcripts.");

        List<string> ids = [];
        await foreach (Versioned<Sample> sample in samples.StreamAsync(Query.All.Where("subject", subject), cancellationToken))
            ids.Add(sample.Document.Id);
        Dictionary<string, long> byRelease = new(StringComparer.Ordinal);
        foreach (string[] some in ids.Chunk(IdsAtOnce))
        {
            await foreach (Versioned<ReleaseRow> row in rows.StreamAsync(Query.All.WhereIn("sample", some), cancellationToken))
                byRelease[row.Document.Release] = byRelease.GetValueOrDefault(row.Document.Release) + 1;
        }

        return TypedResults.Ok(new SubjectImpact(subject, ids.Count, [.. byRelease.OrderBy(release => release.Key, StringComparer.Ordinal).Select(release => new ConcernedRelease(release.Key, release.Value))]));
    }
}

/// <summary>What is kept of a subject's conversations as samples.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Samples">How many samples, released or not.</param>
/// <param name="Releases">The releases that hold some of them.</param>
internal sealed record SubjectImpact(string Subject, long Samples, IReadOnlyList<ConcernedRelease> Releases);

/// <summary>A release that holds samples of a subject.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Rows">How many of its rows are the subject's.</param>
internal sealed record ConcernedRelease(string Release, long Rows);
