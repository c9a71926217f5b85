using System.ComponentModel;
using DialInsight.Hosting.Http;
using DialInsight.Quality.Releases;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.Quality.Selection;

/// <summary>Tells what a selection left out.</summary>
internal static class LeftOutEndpoint
{
    /// <summary>Maps <c>/releases/{name}/left-out</c>.</summary>
    public static void MapLeftOut(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/releases/{name}/left-out", ListAsync).WithName("ListLeftOut")
            .WithSummary("The accepted samples that a release does not hold because its recipe selects, the best first, paged: each with its scores and why, with the released sample that it is too similar to. Empty where all were released.");

    private static async Task<Results<Ok<PageResponse<LeftOut>>, ProblemHttpResult>> ListAsync(
        string name, [AsParameters] PageRequest page, IDocumentCollection<Release> releases, IDocumentCollection<LeftOutRow> leftOut, CancellationToken cancellationToken,
        [Description("Why: tooSimilar or beyond.")] Named<LeftOutReason>? reason = null, [Description("The cell, scenario/task-type.")] string? cell = null)
    {
        if (await releases.FindAsync(name, cancellationToken) is null)
            return ReleaseEndpoints.NoRelease(name);
        Query query = LeftOutRow.Of(name);
        if (reason is not null)
            query = query.Where("reason", reason.Value.Value);
        if (cell is not null)
            query = query.Where("cell", cell);
        try
        {
            return TypedResults.Ok(PageResponse.From(await leftOut.PageAsync(query, page.Cursor, page.Size, cancellationToken), left => left.Sample));
        }
        catch (ArgumentException)
        {
            return Problems.Invalid("invalid-cursor", "The cursor cannot be used", "Give the nextCursor of the page before, with the same conditions.");
        }
    }
}
