using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Templates;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Prompts;

/// <summary>Template parts: read by kind, edited, with their versions.</summary>
internal static class PromptPages
{
    public static void MapPromptPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/prompts", ListAsync);
        pages.MapGet("/console/prompts/{domain}/{id}", async (string domain, string id, Visit visit, CancellationToken cancellationToken) =>
            Pages.Show<PromptPage>(new { History = await FindAsync(domain, id, visit, cancellationToken) }));
        pages.MapPost("/console/prompts/{domain}/{id}", EditAsync);
    }

    private static async Task<IResult> ListAsync(string? domain, string? language, Visit visit, CancellationToken cancellationToken)
    {
        IReadOnlyList<TemplateView> all = await visit.Client.Templates.ListAsync(null, null, cancellationToken);
        string[] domains = [.. all.Select(part => part.Domain).Distinct()];
        string shownDomain = domains.Contains(domain) ? domain! : domains.FirstOrDefault() ?? "";
        string shownLanguage = language is "zh" or "en" ? language : visit.IsChinese ? "zh" : "en";
        return Pages.Show<PromptsPage>(new
        {
            Domains = domains,
            Domain = shownDomain,
            Language = shownLanguage,
            Parts = all.Where(part => part.Domain == shownDomain && part.Language == shownLanguage).ToArray(),
        });
    }

    private static async Task<IResult> EditAsync(string domain, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        string text = form["text"].ToString().ReplaceLineEndings("\n").Trim();
        try
        {
            await visit.Client.Templates.PutAsync(history.Versions.First(version => version.Part is not null).Part! with { Text = text }, cancellationToken);
            return Local.See($"/console/prompts/{Uri.EscapeDataString(domain)}/{Uri.EscapeDataString(id)}", "saved");
        }
        catch (ServiceException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            string message = refused.Errors.Count > 0 ? string.Join(" ", refused.Errors.Select(member => $"{member.Key}: {string.Join(", ", member.Value)}")) : refused.Message;
            return Pages.Show<PromptPage>(new { History = history, Draft = text, Refusal = message }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<TemplateHistory> FindAsync(string domain, string id, Visit visit, CancellationToken cancellationToken) =>
        (await visit.Client.Templates.GetAsync(id, domain, null, cancellationToken)).FirstOrDefault(history => history.Versions.Any(version => version.Part is not null))
        ?? throw new ServiceException(HttpStatusCode.NotFound, null, visit["There is no such template part.", "没有这个模板片段。"]);
}
