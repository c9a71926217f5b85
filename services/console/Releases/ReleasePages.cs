using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Releases;
using DialInsight.WebConsole.Layout;
using Microsoft.Net.Http.Headers;

namespace DialInsight.WebConsole.Releases;

/// <summary>Releases: read, compared, downloaded.</summary>
internal static class ReleasePages
{
    private static readonly string[] s_passed = ["Accept-Ranges", "Content-Disposition", "Content-Length", "Content-Range", "Content-Type", "ETag", "Last-Modified"];

    public static void MapReleasePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/releases", async (Visit visit, string? cursor, CancellationToken cancellationToken) =>
            Pages.Show<ReleasesPage>(new { Page = await visit.Client.Releases.ListAsync(cursor, 100, cancellationToken), IsFirst = cursor is null }));
        pages.MapGet("/console/releases/compare", CompareAsync);
        pages.MapGet("/console/releases/{name}", ShowAsync);
        pages.MapGet("/console/releases/{name}/files/{format}", DownloadAsync);
        pages.MapGet("/console/reports/{run}", ReportAsync);
        pages.MapGet("/console/reports/{run}/page", ReportFileAsync);
        pages.MapPost("/console/reports/{run}/release", ReleaseAgainAsync);
    }

    private static async Task<IResult> ShowAsync(string name, Visit visit, CancellationToken cancellationToken)
    {
        ReleaseView release = await visit.Client.Releases.GetAsync(name, cancellationToken);
        ReportView report = await visit.Client.Releases.ReportViewAsync(release.RunId, cancellationToken);
        ReleasePage all = await visit.Client.Releases.ListAsync(null, 1000, cancellationToken);
        return Pages.Show<ReleasePageView>(new { Release = release, Report = report, Others = all.Items.Where(other => other.Name != name).Select(other => other.Name).ToArray(), Summary = all.Items.FirstOrDefault(own => own.Name == name) });
    }

    private static async Task<IResult> CompareAsync(string from, string to, Visit visit, CancellationToken cancellationToken) =>
        Pages.Show<ComparePage>(new { Diff = await visit.Client.Releases.DiffAsync(from, to, cancellationToken) });

    private static async Task DownloadAsync(string name, string format, HttpContext context, Visit visit, CancellationToken cancellationToken)
    {
        using HttpResponseMessage file = await visit.Client.Releases.OpenExportAsync(name, format, context.Request.Headers.Range, cancellationToken);
        await PassAsync(file, context, cancellationToken);
    }

    private static async Task<IResult> ReportAsync(string run, Visit visit, CancellationToken cancellationToken) => Pages.Show<ReportPage>(new
    {
        Report = await visit.Client.Releases.ReportViewAsync(run, cancellationToken),
        Standing = await StandingAsync(run, visit, cancellationToken),
    });

    /// <summary>Where a run stands with its release; null for one that has not completed.</summary>
    private static async Task<ReleaseStanding?> StandingAsync(string run, Visit visit, CancellationToken cancellationToken)
    {
        try
        {
            return await visit.Client.Releases.StandingAsync(run, cancellationToken);
        }
        catch (ServiceException unknown) when (unknown.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task ReportFileAsync(string run, HttpContext context, Visit visit, CancellationToken cancellationToken)
    {
        using HttpResponseMessage page = await visit.Client.Releases.OpenReportPageAsync(run, cancellationToken);
        await PassAsync(page, context, cancellationToken);
    }

    private static async Task<IResult> ReleaseAgainAsync(string run, Visit visit, CancellationToken cancellationToken)
    {
        ReleaseStanding standing = await visit.Client.Releases.RequestAsync(run, cancellationToken);
        return Local.See($"/console/reports/{Uri.EscapeDataString(run)}", standing.Unchanged ? "unchanged" : null);
    }

    /// <summary>Passes a file on. It is none of the console's pages, and may do no more than any answer of a service: the host's policy for its type stands.</summary>
    private static async Task PassAsync(HttpResponseMessage from, HttpContext to, CancellationToken cancellationToken)
    {
        to.Response.StatusCode = (int)from.StatusCode;
        to.Response.Headers.Remove(HeaderNames.ContentSecurityPolicy);
        foreach (string name in s_passed)
        {
            if (from.Headers.TryGetValues(name, out IEnumerable<string>? values) || from.Content.Headers.TryGetValues(name, out values))
                to.Response.Headers[name] = values.ToArray();
        }

        await from.Content.CopyToAsync(to.Response.Body, cancellationToken);
    }
}
