using System.Net;
using DialInsight.Client.Erasures;
using DialInsight.Client.Http;
using DialInsight.Hosting.Access;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Erasures;

/// <summary>Erasing all that is kept of a person: what it would take, the deed, and what each service did.</summary>
internal static class ErasurePages
{
    private const int PageSize = 25;

    public static void MapErasurePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/erasures", ListAsync);
        pages.MapPost("/console/erasures", EraseAsync);
        pages.MapGet("/console/erasures/{id}", ShowAsync);
    }

    /// <summary>Where it is told what the erasure of a subject would take.</summary>
    public static string Address(string subject) => $"/console/erasures?subject={Uri.EscapeDataString(subject)}";

    private static async Task<IResult> ListAsync(Visit visit, string? subject, string? cursor, CancellationToken cancellationToken)
    {
        Admit(visit);
        return await PageAsync(visit, subject?.Trim(), cursor, null, StatusCodes.Status200OK, cancellationToken);
    }

    /// <summary>Erases, if the subject was typed once more: nothing brings it back.</summary>
    private static async Task<IResult> EraseAsync(HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        Admit(visit);
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string subject = form["subject"].ToString();
        if (form["typed"].ToString().Trim() != subject.Trim())
        {
            string refusal = visit["What you typed is not the subject. Nothing was erased.", "输入的内容与当事人不一致，未删除任何数据。"];
            return await PageAsync(visit, subject, null, refusal, StatusCodes.Status400BadRequest, cancellationToken);
        }

        ErasureView erasure = await visit.Client.Erasures.EraseAsync(subject, cancellationToken);
        return Local.See($"/console/erasures/{Uri.EscapeDataString(erasure.Id)}");
    }

    private static async Task<IResult> ShowAsync(string id, Visit visit, CancellationToken cancellationToken)
    {
        Admit(visit);
        return Pages.Show<ErasurePageView>(new { Erasure = await visit.Client.Erasures.GetAsync(id, cancellationToken) });
    }

    private static async Task<IResult> PageAsync(Visit visit, string? subject, string? cursor, string? refusal, int status, CancellationToken cancellationToken)
    {
        Impact? impact = string.IsNullOrEmpty(subject) ? null : new Impact(
            subject, await visit.Client.Transcripts.CountAsync(subject, cancellationToken), await visit.Client.Releases.ConcernedAsync(subject, cancellationToken));
        return Pages.Show<ErasuresPage>(
            new { Impact = impact, Refusal = refusal, Page = await visit.Client.Erasures.ListAsync(cursor, PageSize, cancellationToken), IsFirst = cursor is null }, status);
    }

    private static void Admit(Visit visit)
    {
        if (!visit.May(Role.Admin))
            throw new ServiceException(HttpStatusCode.Forbidden, "role-required", visit["Erasing is for admins.", "只有管理员可以删除数据。"]);
    }
}
