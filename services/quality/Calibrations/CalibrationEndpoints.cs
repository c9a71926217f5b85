using System.ComponentModel;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.Quality.Calibrations;

/// <summary>Calibrations of the judge: drawing one, rating its samples blind, and what came of it.</summary>
internal static class CalibrationEndpoints
{
    private const int MostPerCell = 500;

    /// <summary>Maps <c>/calibrations</c>.</summary>
    public static void MapCalibrations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/calibrations", DrawAsync).WithName("DrawCalibration").RequireRole(Role.Curator)
            .WithSummary("Draws a blind sample of each cell of a run for people to rate, of the labels that nobody has reviewed: whoever has knows what the judge said.");
        endpoints.MapGet("/calibrations", ListAsync).WithName("ListCalibrations").WithSummary("Calibrations, the latest first, by run, paged.");
        endpoints.MapGet("/calibrations/{id}", FindAsync).WithName("GetCalibration")
            .WithSummary("A calibration; once every sample is rated with its confusion matrix, Cohen's κ, its 95 % interval, and the drift since the judge's one before.");
        endpoints.MapGet("/calibrations/{id}/next", NextAsync).WithName("NextCalibrationSample").RequireRole(Role.Curator)
            .WithSummary("The next sample to rate, given to nobody else for half an hour; without what the judge said. 204 when there is none.");
        endpoints.MapPost("/calibrations/{id}/levels", RateAsync).WithName("RateCalibrationSample").RequireRole(Role.Curator)
            .WithSummary("Keeps the caller's level of a sample; until all are rated it can be given anew. The judgement stays as it is.");
    }

    private static async Task<Results<Created<CalibrationView>, ProblemHttpResult>> DrawAsync(
        CalibrationRequest request, Principal principal, CalibrationDraw draw, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.Run))
            return Problems.Invalid("calibration-what", "Which run?", "Give the run whose judge is to be calibrated: {\"run\": \"…\"}.");
        if (request.PerCell is < 1 or > MostPerCell)
            return Problems.Invalid("calibration-size", "So many samples cannot be drawn", $"perCell must be 1 to {MostPerCell}.");
        return await draw.DrawAsync(request.Run, request.PerCell, principal.Name, cancellationToken) is { } calibration
            ? TypedResults.Created($"/calibrations/{calibration.Id}", CalibrationView.Of(calibration))
            : Problems.Conflict(
                "nothing-to-calibrate", "There is nothing to rate", $"In run {request.Run} there is no label that the judge has given a level, that nobody has reviewed, and that is in no calibration yet. GET /runs lists the runs.");
    }

    private static async Task<Results<Ok<PageResponse<CalibrationView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IDocumentCollection<Calibration> calibrations, CancellationToken cancellationToken, [Description("The run.")] string? run = null)
    {
        try
        {
            return TypedResults.Ok(PageResponse.From(
                await calibrations.PageAsync((run is null ? Query.All : Query.All.Where("run", run)).OrderBy("createdAt", descending: true), page.Cursor, page.Size, cancellationToken),
                calibration => CalibrationView.Of(calibration)));
        }
        catch (ArgumentException)
        {
            return Problems.Invalid("invalid-cursor", "The cursor cannot be used", "Give the nextCursor of the page before, with the same conditions.");
        }
    }

    private static async Task<Results<Ok<CalibrationView>, ProblemHttpResult>> FindAsync(
        string id, IDocumentCollection<Calibration> calibrations, CalibrationFinder finder, CancellationToken cancellationToken) =>
        (await calibrations.FindAsync(id, cancellationToken))?.Document is { } calibration
            ? TypedResults.Ok(CalibrationView.Of(calibration, calibration.CompletedAt is null ? null : await finder.StandingAsync(calibration, cancellationToken)))
            : NoCalibration(id);

    private static async Task<Results<Ok<CalibrationItem>, NoContent, ProblemHttpResult>> NextAsync(
        string id, Principal principal, IDocumentCollection<Calibration> calibrations, Calibrating calibrating, CancellationToken cancellationToken)
    {
        if (await calibrations.FindAsync(id, cancellationToken) is null)
            return NoCalibration(id);
        return await calibrating.NextAsync(id, principal.Name, cancellationToken) is { } sample ? TypedResults.Ok(CalibrationItem.Of(sample)) : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<CalibrationView>, ProblemHttpResult>> RateAsync(
        string id, CalibrationRating rating, Principal principal, IDocumentCollection<Calibration> calibrations, Calibrating calibrating, CalibrationFinder finder,
        CancellationToken cancellationToken)
    {
        if (rating.Level is not { } level || !Enum.IsDefined(level) || string.IsNullOrEmpty(rating.Sample))
            return Problems.Invalid("invalid-rating", "The level cannot be taken", "Give the sample and a level: {\"sample\": \"…\", \"level\": \"high\"}; high, medium or low.");
        return await calibrating.RateAsync(id, rating.Sample, level, principal.Name, cancellationToken) switch
        {
            RatingOutcome.Kept => await FindAsync(id, calibrations, finder, cancellationToken),
            RatingOutcome.Complete => Problems.Conflict(
                "calibration-complete", "The calibration is complete", "Every sample is rated and what the judge said is known; a level given now would not be blind. Draw another calibration."),
            RatingOutcome.SomebodyElses => Problems.Conflict("calibration-leased", "Somebody else rates this sample", "Ask for the next sample."),
            _ => Problems.NotFound("not-drawn", "The sample is not of this calibration", $"GET /calibrations/{id}/next gives those that are."),
        };
    }

    private static ProblemHttpResult NoCalibration(string id) =>
        Problems.NotFound("no-such-calibration", "There is no such calibration", $"No calibration is called {id}; GET /calibrations lists them.");
}
