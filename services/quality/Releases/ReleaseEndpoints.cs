using DialInsight.Hosting.Access;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Http;
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
            .WithSummary("Has a completed run's data set measured and released again, for instance after review. 202; the run's state says what came of it.");
        endpoints.MapGet("/releases", ListAsync).WithName("ListReleases").WithSummary("Releases by name, paged.");
        endpoints.MapGet("/releases/{name}", FindAsync).WithName("GetRelease").WithSummary("One release with its report and its files.");
        endpoints.MapGet("/releases/{a}/diff/{b}", DiffAsync).WithName("DiffReleases").WithSummary("What the second release changes against the first.");
        endpoints.MapGet("/releases/runs/{run}", RunAsync).WithName("GetReleaseState").WithSummary("Where a completed run stands: waiting, released or refused.");
    }

    private static async Task<Results<Accepted<RunStanding>, ProblemHttpResult>> RequestAsync(
        ReleaseRequest request, Principal principal, FactLog<CompletedRun> runs, TimeProvider time, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.Run))
            return Problems.Invalid("release-what", "Which run?", "Give the run whose data set is to be released: {\"run\": \"…\"}.");

        while (await runs.Collection.FindAsync(request.Run, cancellationToken) is { } found)
        {
            if (found.Document.State == RunState.Waiting)
                return Pending(found.Document);
            CompletedRun waiting = found.Document with
            {
                State = RunState.Waiting,
                Request = found.Document.Request + 1,
                RequestedBy = principal.Name,
                DueAt = time.GetUtcNow(),
                Failures = [],
            };
            if (await runs.ReplaceAsync(waiting, found.Version, cancellationToken))
                return Pending(waiting);
        }

        return Problems.NotFound("no-such-run", "There is no such completed run", $"No run {request.Run} has completed; runs under way release themselves.");
    }

    private static Accepted<RunStanding> Pending(CompletedRun run) => TypedResults.Accepted($"/releases/runs/{run.Id}", RunStanding.Of(run));

    private static async Task<Results<Ok<RunStanding>, ProblemHttpResult>> RunAsync(
        string run, FactLog<CompletedRun> runs, CancellationToken cancellationToken) =>
        (await runs.Collection.FindAsync(run, cancellationToken))?.Document is { } found
            ? TypedResults.Ok(RunStanding.Of(found))
            : Problems.NotFound("no-such-run", "There is no such completed run", $"No run {run} has completed.");

    private static async Task<Results<Ok<PageResponse<ReleaseSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IDocumentCollection<Release> releases, CancellationToken cancellationToken, string? recipe = null)
    {
        Query query = recipe is null ? Query.All : Query.All.Where("recipe", recipe);
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
