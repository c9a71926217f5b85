using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Templates;
using DialInsight.Client.Transcripts;
using DialInsight.WebConsole.Layout;
using DialInsight.WebConsole.Runs;

namespace DialInsight.WebConsole.Prompts;

/// <summary>Template parts: read by kind, edited in view of the prompt they make, with their versions.</summary>
internal static class PromptPages
{
    private const int Offered = 20;

    public static void MapPromptPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/prompts", ListAsync);
        pages.MapGet("/console/prompts/new", NewAsync);
        pages.MapPost("/console/prompts/new", AddAsync);
        pages.MapPost("/console/prompts/new/preview", NewPreviewAsync);
        pages.MapGet("/console/prompts/{domain}/{id}", ShowAsync);
        pages.MapPost("/console/prompts/{domain}/{id}", EditAsync);
        pages.MapPost("/console/prompts/{domain}/{id}/preview", PreviewAsync);
        pages.MapPost("/console/prompts/{domain}/{id}/restore", RestoreAsync);
        pages.MapPost("/console/prompts/{domain}/{id}/retire", RetireAsync);
    }

    /// <summary>The page of a part.</summary>
    public static string Address(string domain, string id) => $"/console/prompts/{Uri.EscapeDataString(domain)}/{Uri.EscapeDataString(id)}";

    /// <summary>The page where a part is added.</summary>
    public static string NewAddress(string domain, string language, string? kind = null) =>
        $"/console/prompts/new?domain={Uri.EscapeDataString(domain)}&language={Uri.EscapeDataString(language)}{(kind is null ? "" : $"&kind={kind}")}";

    /// <summary>Where the pieces of that page come from.</summary>
    public static string NewPreview(string domain, string language) => NewAddress(domain, language).Replace("/new?", "/new/preview?", StringComparison.Ordinal);

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
            Retired = await visit.Client.Templates.ListAsync(shownDomain, shownLanguage, cancellationToken, retired: true),
        });
    }

    private static async Task<IResult> ShowAsync(string domain, string id, string? transcript, Visit visit, CancellationToken cancellationToken)
    {
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        return Pages.Show<PromptPage>(new { Draft = await DraftAsync(InForce(history), history, new PromptChoice(InForce(history).Text, Transcript: transcript), visit, cancellationToken) });
    }

    private static async Task<IResult> EditAsync(string domain, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        var choice = PromptChoice.Of(form);
        if (form["do"].ToString() is "preview" or "merge")
            return Pages.Show<PromptPage>(new { Draft = await DraftAsync(InForce(history), history, choice, visit, cancellationToken) });
        if (choice.Text == InForce(history).Text && !history.Versions[0].Retired)
            return Local.See(Address(domain, id), "same");
        try
        {
            await visit.Client.Templates.PutAsync(InForce(history) with { Text = choice.Text }, cancellationToken);
            return Local.See(Address(domain, id), "saved");
        }
        catch (ServiceException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            PromptDraft draft = await DraftAsync(InForce(history), history, choice, visit, cancellationToken);
            // What the preview tells of the text stands at its field already.
            string? message = draft.Preview.Problems.Count > 0 ? null : visit.Tell(refused);
            return Pages.Show<PromptPage>(new { Draft = draft, Refusal = message }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> PreviewAsync(string domain, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        return Pages.Show<PromptPieces>(new { Draft = await DraftAsync(InForce(history), history, PromptChoice.Of(form), visit, cancellationToken) });
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

    private static async Task<IResult> RetireAsync(string domain, string id, Visit visit, CancellationToken cancellationToken)
    {
        TemplateHistory history = await FindAsync(domain, id, visit, cancellationToken);
        try
        {
            await visit.Client.Templates.RetireAsync(domain, history.Language, id, cancellationToken);
            return Local.See(Address(domain, id), "retired");
        }
        catch (ServiceException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            PromptDraft draft = await DraftAsync(InForce(history), history, new PromptChoice(InForce(history).Text), visit, cancellationToken);
            return Pages.Show<PromptPage>(new { Draft = draft, Refusal = string.Join(' ', RecipeProblems.Of(refused, visit).Select(problem => problem.Message)) }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> NewAsync(string domain, string language, string? kind, Visit visit, CancellationToken cancellationToken) =>
        await ShowNewAsync(NewPart.Begin(domain, language, kind), choice: null, null, StatusCodes.Status200OK, visit, cancellationToken);

    private static async Task<IResult> AddAsync(string domain, string language, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        var added = NewPart.Of(domain, language, form);
        var choice = PromptChoice.Of(form);
        if (form["do"] != "add")
            return await ShowNewAsync(added, choice, null, StatusCodes.Status200OK, visit, cancellationToken);
        if (await IsThereAsync(added.Part, visit, cancellationToken))
        {
            string taken = visit["There is a part with this id, perhaps a retired one. Choose another id, or edit that part.", "已有使用这个编号的片段（可能已停用）。请换一个编号，或编辑那个片段。"];
            return await ShowNewAsync(added with { Faults = new Dictionary<string, string> { ["id"] = taken } }, choice, null, StatusCodes.Status409Conflict, visit, cancellationToken);
        }

        try
        {
            await visit.Client.Templates.PutAsync(added.Part, cancellationToken);
            return Local.See(Address(domain, added.Part.Id), "added");
        }
        catch (ServiceException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            ILookup<string, string> problems = RecipeProblems.Of(refused, visit).ToLookup(problem => FieldOf(problem.Path), problem => problem.Message);
            Dictionary<string, string> faults = problems.Where(field => field.Key.Length > 0).ToDictionary(field => field.Key, field => string.Join(' ', field));
            // What is wrong with the text stands at its field already, by the preview.
            string? rest = problems[""].Any() || faults.Count == 0 ? visit.Tell(refused) : null;
            return await ShowNewAsync(added with { Faults = faults }, choice, rest, StatusCodes.Status400BadRequest, visit, cancellationToken);
        }
    }

    private static async Task<IResult> NewPreviewAsync(string domain, string language, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        return Pages.Show<PromptPieces>(new { Draft = await DraftAsync(NewPart.Of(domain, language, form).Part, null, PromptChoice.Of(form), visit, cancellationToken) });
    }

    private static async Task<IResult> ShowNewAsync(NewPart added, PromptChoice? choice, string? refusal, int status, Visit visit, CancellationToken cancellationToken) => Pages.Show<NewPromptPage>(
        new { New = added, Draft = await DraftAsync(added.Part, null, choice ?? new PromptChoice(added.Part.Text), visit, cancellationToken), Refusal = refusal }, status);

    /// <summary>The field of the form that a place in what was sent came from; empty where there is none.</summary>
    private static string FieldOf(string place) => place.Split('.')[^1] switch
    {
        "id" => "id",
        "kind" => "kind",
        "scenario" => "for-scenario",
        "task" => "for-task",
        "text" when place.Contains('.', StringComparison.Ordinal) => "text",
        _ => "",
    };

    private static async Task<bool> IsThereAsync(TemplateView part, Visit visit, CancellationToken cancellationToken)
    {
        try
        {
            return part.Id.Length > 0 && (await visit.Client.Templates.GetAsync(part.Id, part.Domain, part.Language, cancellationToken)).Count > 0;
        }
        catch (ServiceException unknown) when (unknown.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private static TemplateView InForce(TemplateHistory history) => history.Versions.First(version => version.Part is not null).Part!;

    private static async Task<PromptDraft> DraftAsync(TemplateView part, TemplateHistory? history, PromptChoice choice, Visit visit, CancellationToken cancellationToken)
    {
        PreviewView preview = await visit.Client.Templates.PreviewAsync(
            new PreviewWish(
                part.Domain, part.Language, new DraftPart(part.Id, part.Kind, part.Scenario, part.TaskType, choice.Text), choice.Scenario, choice.Task, choice.Transcript, choice.Seed, choice.IsMerged),
            cancellationToken);
        TranscriptPage dialogues = await visit.Client.Transcripts.ListAsync(new TranscriptQuery(Scenario: preview.Scenario, Language: part.Language), null, Offered, cancellationToken);
        return new PromptDraft(part, history, choice, preview, dialogues.Items);
    }

    private static async Task<TemplateHistory> FindAsync(string domain, string id, Visit visit, CancellationToken cancellationToken) =>
        (await visit.Client.Templates.GetAsync(id, domain, null, cancellationToken)).FirstOrDefault(history => history.Versions.Any(version => version.Part is not null))
        ?? throw new ServiceException(HttpStatusCode.NotFound, null, visit["There is no such template part.", "没有这个模板片段。"]);
}
