using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Templates;
using DialInsight.Client.Transcripts;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Prompts;

/// <summary>Template parts: read by kind, edited in view of the prompt they make, with their versions.</summary>
internal static class PromptPages
{
    private const int Offered = 20;

    public static void MapPromptPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/prompts", ListAsync);
        pages.MapGet("/console/prompts/{domain}/{id}", ShowAsync);
        pages.MapPost("/console/prompts/{domain}/{id}", EditAsync);
        pages.MapPost("/console/prompts/{domain}/{id}/preview", PreviewAsync);
        pages.MapPost("/console/prompts/{domain}/{id}/restore", RestoreAsync);
    }

    /// <summary>The page of a part.</summary>
    public static string Address(string domain, string id) => $"/console/prompts/{Uri.EscapeDataString(domain)}/{Uri.EscapeDataString(id)}";

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

    private static async Task<IResult> ShowAsync(string domain, string id, string? transcript, Visit visit, CancellationToken cancellationToken)
    {
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        return Pages.Show<PromptPage>(new { Draft = await DraftAsync(history, new PromptChoice(InForce(history).Text, Transcript: transcript), visit, cancellationToken) });
    }

    private static async Task<IResult> EditAsync(string domain, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        var choice = PromptChoice.Of(form);
        if (form["do"] == "preview")
            return Pages.Show<PromptPage>(new { Draft = await DraftAsync(history, choice, visit, cancellationToken) });
        if (choice.Text == InForce(history).Text)
            return Local.See(Address(domain, id), "same");
        try
        {
            await visit.Client.Templates.PutAsync(InForce(history) with { Text = choice.Text }, cancellationToken);
            return Local.See(Address(domain, id), "saved");
        }
        catch (ServiceException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            PromptDraft draft = await DraftAsync(history, choice, visit, cancellationToken);
            // What the preview tells of the text stands at its field already.
            string? message = draft.Preview.Problems.Count > 0 ? null : visit.Tell(refused);
            return Pages.Show<PromptPage>(new { Draft = draft, Refusal = message }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> PreviewAsync(string domain, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        return Pages.Show<PromptPieces>(new { Draft = await DraftAsync(await FindAsync(domain, id, visit, cancellationToken), PromptChoice.Of(form), visit, cancellationToken) });
    }

    private static async Task<IResult> RestoreAsync(string domain, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        TemplateView? earlier = history.Versions.FirstOrDefault(version => version.Version == form["version"])?.Part;
        if (earlier is null)
            throw new ServiceException(HttpStatusCode.NotFound, null, visit["There is no such version.", "没有这个版本。"]);
        await visit.Client.Templates.PutAsync(earlier, cancellationToken);
        return Local.See(Address(domain, id), "restored");
    }

    private static TemplateView InForce(TemplateHistory history) => history.Versions.First(version => version.Part is not null).Part!;

    private static async Task<PromptDraft> DraftAsync(TemplateHistory history, PromptChoice choice, Visit visit, CancellationToken cancellationToken)
    {
        TemplateView part = InForce(history);
        PreviewView preview = await visit.Client.Templates.PreviewAsync(
            new PreviewWish(history.Domain, history.Language, new DraftPart(part.Id, part.Kind, part.Scenario, part.TaskType, choice.Text), choice.Scenario, choice.Task, choice.Transcript, choice.Seed),
            cancellationToken);
        TranscriptPage dialogues = await visit.Client.Transcripts.ListAsync(new TranscriptQuery(Scenario: preview.Scenario, Language: history.Language), null, Offered, cancellationToken);
        return new PromptDraft(history, choice, preview, dialogues.Items);
    }

    private static async Task<TemplateHistory> FindAsync(string domain, string id, Visit visit, CancellationToken cancellationToken) =>
        (await visit.Client.Templates.GetAsync(id, domain, null, cancellationToken)).FirstOrDefault(history => history.Versions.Any(version => version.Part is not null))
        ?? throw new ServiceException(HttpStatusCode.NotFound, null, visit["There is no such template part.", "没有这个模板片段。"]);
}
