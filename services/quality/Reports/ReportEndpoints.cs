using DialInsight.Hosting.Http;
using DialInsight.Quality.Reports.Page;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DialInsight.Quality.Reports;

/// <summary>Reports, as data and as a page.</summary>
internal static class ReportEndpoints
{
    /// <summary>Maps <c>/reports</c>.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reports/{run}", ReportAsync).WithName("GetReport").WithSummary("The report of a run, released or not; before it is decided a provisional one of what there is, which says what is still open.");
        endpoints.MapGet("/reports/{run}.html", PageAsync).WithName("GetReportPage")
            .WithSummary("The same as one self-contained page, in Chinese and English: it opens in the one that the browser prefers, in the samples' own where it prefers neither; `#zh` or `#en` at the end of its address names one.");
    }

    private static async Task<Results<Ok<Report>, ProblemHttpResult>> ReportAsync(
        string run, ReportReader reports, CancellationToken cancellationToken) =>
        await reports.FindAsync(run, cancellationToken) is { } report ? TypedResults.Ok(report) : NoReport(run);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> PageAsync(
        string run, HttpContext context, ReportReader reports, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(run, cancellationToken) is not { } report)
            return NoReport(run);
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return TypedResults.Content(ReportPage.Render(report, ReaderLanguage.Of(context.Request)), "text/html; charset=utf-8");
    }

    private static ProblemHttpResult NoReport(string run) => Problems.NotFound(
        "no-such-report", "There is no report on this run", $"No run {run} has started; GET /runs lists those that have.");
}
