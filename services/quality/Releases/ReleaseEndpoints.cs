using System.ComponentModel;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Http;
using DialInsight.Quality.Comparisons;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.Quality.Releases;

/// <summary>Releases: the list, one, the difference of two, and the request to release a run again.</summary>
internal static class ReleaseEndpoints
{
    /// <summary>Maps <c>/releases</c>.</summary>
    public static void MapReleases(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/releases", RequestAsync).WithName("RequestRelease").RequireRole(Role.Operator)
            .WithSummary("Has a completed run's data set measured and released again, for instance after review. 202; the run's state says what came of it. 200 with the release there is where nothing that a release tells has changed since; the answer says what has.");
        endpoints.MapGet("/releases", ListAsync).WithName("ListReleases").WithSummary("Releases by name, paged; with withdrawn=true those that erasures took rows out of.");
        endpoints.MapGet("/releases/{name}", FindAsync).WithName("GetRelease").WithSummary("One release with its report, its files, and what erasures took out of it when.");
        endpoints.MapGet("/releases/{a}/diff/{b}", DiffAsync).WithName("DiffReleases").WithSummary("What the second release changes against the first: samples added, removed and changed, measures, richness at equal size with 95 % intervals, gate and calibration. The first time it may take some seconds.");
        endpoints.MapGet("/releases/runs/{run}", RunAsync).WithName("GetReleaseState").WithSummary("Where a completed run stands: waiting, released or refused.");
    }

    private static async Task<Results<Accepted<RunStanding>, Ok<RunStanding>, ProblemHttpResult>> RequestAsync(
        ReleaseRequest request, Principal principal, ReleaseRequests requests, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.Run))
            return Problems.Invalid("release-what", "Which run?", "Give the run whose data set is to be released: {\"run\": \"…\"}.");
        return await requests.AskAsync(request.Run, principal.Name, cancellationToken) switch
        {
            null => Problems.NotFound("no-such-run", "There is no such completed run", $"No run {request.Run} has completed; runs under way release themselves."),
            { Unchanged: true } standing => TypedResults.Ok(standing),
            var standing => TypedResults.Accepted($"/releases/runs/{standing.Run}", standing),
        };
    }

    private static async Task<Results<Ok<RunStanding>, ProblemHttpResult>> RunAsync(
        string run, FactLog<CompletedRun> runs, CancellationToken cancellationToken) =>
        (await runs.Collection.FindAsync(run, cancellationToken))?.Document is { } found
            ? TypedResults.Ok(RunStanding.Of(found))
            : Problems.NotFound("no-such-run", "There is no such completed run", $"No run {run} has completed.");

    private static async Task<Results<Ok<PageResponse<ReleaseSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IDocumentCollection<Release> releases, CancellationToken cancellationToken,
        [Description("The recipe that they were made by.")] string? recipe = null, [Description("Whether they have lost rows to an erasure.")] bool? withdrawn = null)
    {
        Query query = recipe is null ? Query.All : Query.All.Where("recipe", recipe);
        if (withdrawn is { } lost)
            query = query.Where("withdrawn", lost);
        try
        {
            return TypedResults.Ok(PageResponse.From(
                await releases.PageAsync(query, page.Cursor, page.Size, cancellationToken), ReleaseSummary.Of));
        }
        catch (ArgumentException)
        {
            return Problems.Invalid("invalid-cursor", "The cursor cannot be used", "Give the nextCursor of the page before, with the same conditions.");
        }
    }

    private static async Task<Results<Ok<Release>, ProblemHttpResult>> FindAsync(
        string name, IDocumentCollection<Release> releases, CancellationToken cancellationToken) =>
        (await releases.FindAsync(name, cancellationToken))?.Document is { } release ? TypedResults.Ok(release) : NoRelease(name);

    private static async Task<Results<Ok<ReleaseDiff>, ProblemHttpResult>> DiffAsync(
        string a, string b, IDocumentCollection<Release> releases, ReleaseComparison comparison, CancellationToken cancellationToken)
    {
        if ((await releases.FindAsync(a, cancellationToken))?.Document is not { } from)
            return NoRelease(a);
        if ((await releases.FindAsync(b, cancellationToken))?.Document is not { } to)
            return NoRelease(b);
        return TypedResults.Ok(await comparison.CompareAsync(from, to, cancellationToken));
    }

    /// <summary>404 for a release.</summary>
    public static ProblemHttpResult NoRelease(string name) =>
        Problems.NotFound("no-such-release", "There is no such release", $"No release is called {name}; GET /releases lists them.");
}
