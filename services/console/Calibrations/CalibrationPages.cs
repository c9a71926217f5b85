using System.Globalization;
using System.Net;
using DialInsight.Client.Calibrations;
using DialInsight.Client.Http;
using DialInsight.Client.Reviews;
using DialInsight.Client.Runs;
using DialInsight.Hosting.Access;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Calibrations;

/// <summary>Calibrations of the judge: a blind sample drawn, rated one by one, and what came of it. Nothing here shows what the judge said before all are rated.</summary>
internal static class CalibrationPages
{
    private const int PageSize = 20;

    public static void MapCalibrationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/review/calibrations", ListAsync);
        pages.MapPost("/console/review/calibrations", DrawAsync);
        pages.MapGet("/console/review/calibrations/{id}", ShowAsync);
        pages.MapPost("/console/review/calibrations/{id}", RateAsync);
    }

    /// <summary>The page of a calibration.</summary>
    public static string Address(string id) => $"/console/review/calibrations/{Uri.EscapeDataString(id)}";

    private static async Task<IResult> ListAsync(string? run, string? cursor, Visit visit, CancellationToken cancellationToken) =>
        Pages.Show<CalibrationsPage>(new { List = await ListedAsync(run, cursor, visit, cancellationToken) });

    private static async Task<CalibrationList> ListedAsync(string? run, string? cursor, Visit visit, CancellationToken cancellationToken)
    {
        CalibrationPage page = await visit.Client.Calibrations.ListAsync(null, cursor, PageSize, cancellationToken);
        CalibrationView[] told = await Task.WhenAll(
            page.Items.Select(async known => known.CompletedAt is null ? known : await visit.Client.Calibrations.GetAsync(known.Id, cancellationToken)));
        RunPage runs = await visit.Client.Runs.ListAsync(null, null, PageSize, cancellationToken);
        return new CalibrationList(told, cursor is null, page.NextCursor, [.. runs.Items.Select(known => known.Id)], run);
    }

    private static async Task<IResult> DrawAsync(HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string run = form["run"].ToString().Trim();
        try
        {
            int perCell = int.TryParse(form["per-cell"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 0;
            CalibrationView drawn = await visit.Client.Calibrations.DrawAsync(run, perCell, cancellationToken);
            return Local.See(Address(drawn.Id));
        }
        catch (ServiceException refused) when (refused.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
        {
            return Pages.Show<CalibrationsPage>(new { List = await ListedAsync(run, null, visit, cancellationToken), Refusal = visit.Tell(refused) }, (int)refused.Status);
        }
    }

    private static async Task<IResult> ShowAsync(string id, string? again, string? last, Visit visit, CancellationToken cancellationToken) =>
        await PageAsync(id, again, last, refusal: null, StatusCodes.Status200OK, visit, cancellationToken);

    private static async Task<IResult> PageAsync(string id, string? again, string? last, string? refusal, int status, Visit visit, CancellationToken cancellationToken)
    {
        CalibrationView calibration = await visit.Client.Calibrations.GetAsync(id, cancellationToken);
        if (calibration.CompletedAt is not null)
            return Pages.Show<CalibrationResultPage>(new { Calibration = calibration, Refusal = refusal }, status);
        CalibrationItem? item = !visit.May(Role.Curator) ? null
            : again is null ? await visit.Client.Calibrations.NextAsync(id, cancellationToken)
            : Item((await visit.Client.Reviews.SampleAsync(again, cancellationToken)).Sample);
        return Pages.Show<RatingPage>(new { Calibration = calibration, Item = item, Last = last, Refusal = refusal }, status);
    }

    private static async Task<IResult> RateAsync(string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string sample = form["sample"].ToString(), level = form["level"].ToString();
        try
        {
            await visit.Client.Calibrations.RateAsync(id, sample, level, cancellationToken);
            return Local.See($"{Address(id)}?last={Uri.EscapeDataString(sample)}", level);
        }
        catch (ServiceException refused) when (refused.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
        {
            return await PageAsync(id, null, null, visit.Tell(refused), (int)refused.Status, visit, cancellationToken);
        }
    }

    /// <summary>A sample that is rated again, without what was decided about it.</summary>
    private static CalibrationItem Item(SampleView sample) => new(
        sample.Id, sample.Assignment.Language, sample.Assignment.Instruction, sample.Assignment.Turns, sample.Assignment.Format, sample.Answer);
}

/// <summary>Calibrations as far as they were read.</summary>
/// <param name="Calibrations">The calibrations, the latest first; complete ones with their results.</param>
/// <param name="IsFirst">Whether the list begins here.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
/// <param name="Runs">The latest runs, to draw from.</param>
/// <param name="Run">The run that was asked for.</param>
public sealed record CalibrationList(IReadOnlyList<CalibrationView> Calibrations, bool IsFirst, string? Next, IReadOnlyList<string> Runs, string? Run);
