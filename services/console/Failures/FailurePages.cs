using DialInsight.Client.Failures;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Failures;

/// <summary>Attempts that gave no label: by class, one in full, asked for anew.</summary>
internal static class FailurePages
{
    /// <summary>The classes, as the service names them.</summary>
    public static readonly string[] Classes = ["invalidAnswer", "refused", "truncated", "requestRejected", "modelUnavailable", "keyRefused", "deadLetter", "erased"];

    public static void MapFailurePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/failures", ListAsync);
        pages.MapGet("/console/failures/one", async (string id, Visit visit, CancellationToken cancellationToken) =>
            Pages.Show<FailurePageView>(new { Detail = await visit.Client.Failures.GetAsync(id, cancellationToken) }));
        pages.MapPost("/console/failures/redrive", RedriveAsync);
    }

    /// <summary>The page of one failure.</summary>
    public static string Address(string id) => $"/console/failures/one?id={Uri.EscapeDataString(id)}";

    private static async Task<IResult> ListAsync(string? run, string? kind, string? cursor, Visit visit, CancellationToken cancellationToken)
    {
        FailurePage page = await visit.Client.Failures.ListAsync(run, Classes.Contains(kind) ? kind : null, cursor, 50, cancellationToken);
        IReadOnlyDictionary<string, long> counts = await visit.Client.Failures.CountsAsync(run, cancellationToken);
        return Pages.Show<FailuresPage>(new { Page = page, Run = run, Kind = kind, IsFirst = cursor is null, Counts = counts });
    }

    private static async Task<IResult> RedriveAsync(HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string id = form["id"].ToString(), run = form["run"].ToString(), kind = form["kind"].ToString();
        RedriveAnswer answer = id.Length > 0
            ? await visit.Client.Failures.RedriveAsync([id], cancellationToken)
            : await visit.Client.Failures.RedriveAsync(run, kind.Length == 0 ? null : kind, cancellationToken);
        string back = id.Length > 0 ? Address(id) : $"/console/failures?run={Uri.EscapeDataString(run)}&kind={Uri.EscapeDataString(kind)}";
        return Local.See(back, answer.Requested.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
