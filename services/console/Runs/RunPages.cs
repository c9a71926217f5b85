using System.Globalization;
using DialInsight.Client.Http;
using DialInsight.Client.Runs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Hosting.Http;
using DialInsight.WebConsole.Layout;
using DialInsight.WebConsole.Overview;

namespace DialInsight.WebConsole.Runs;

/// <summary>Runs: listed, watched, started, paused, resumed, cancelled.</summary>
internal static class RunPages
{
    private const int PageSize = 25;

    public static void MapRunPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/runs", ListAsync);
        pages.MapGet("/console/runs/new", NewAsync);
        pages.MapPost("/console/runs/new", DraftAsync);
        pages.MapGet("/console/runs/{id}", async (string id, Visit visit, CancellationToken cancellationToken) =>
            Pages.Show<RunPageView>(new { Run = await visit.Client.Runs.GetAsync(id, cancellationToken) }));
        pages.MapPost("/console/runs/{id}/{action}", MoveAsync);
        pages.MapGet("/console/runs/{id}/events", EventsAsync);
        pages.MapPost("/console/runs/{id}/budget", BudgetAsync);
        pages.MapGet("/console/recipes", async (Visit visit, string? cursor, CancellationToken cancellationToken) =>
            Pages.Show<RecipesPage>(new { Page = await visit.Client.Recipes.ListAsync(cursor, PageSize, cancellationToken), IsFirst = cursor is null }));
    }

    /// <summary>Where a new run begins with a recipe that is kept.</summary>
    public static string NewFrom(string recipe, int version) => $"/console/runs/new?recipe={Uri.EscapeDataString(recipe)}&version={version}";

    private static async Task<IResult> ListAsync(Visit visit, string? state, string? cursor, CancellationToken cancellationToken)
    {
        RunState? wanted = Enum.TryParse(state, ignoreCase: true, out RunState known) && Enum.IsDefined(known) ? known : null;
        return Pages.Show<RunsPage>(new { Page = await visit.Client.Runs.ListAsync(wanted, cursor, PageSize, cancellationToken), State = wanted, IsFirst = cursor is null });
    }

    /// <summary>A recipe to begin with: a kept one, one for a domain, or the sample's.</summary>
    private static async Task<IResult> NewAsync(Visit visit, SampleFiles sample, string? recipe, int? version, string? domain, string? @as, CancellationToken cancellationToken)
    {
        string text = recipe is not null
            ? await KeptAsync(recipe, version, visit, cancellationToken)
            : visit.Titles.Pack(domain) is { } pack && pack.Name != SampleFiles.Domain ? StarterRecipe.For(pack, visit.Language) : sample.Recipe;
        return Pages.Show<NewRunPage>(new { Draft = new RecipeDraft(text) { AsFields = @as != "text" } });
    }

    private static async Task<string> KeptAsync(string recipe, int? version, Visit visit, CancellationToken cancellationToken)
    {
        string json = await visit.Client.Recipes.GetAsync(recipe, version, cancellationToken);
        return EditableRecipe.Parse(json)?.Readable ?? json;
    }

    /// <summary>Does with the recipe what the button says: checks it, starts it, or shows it in another way. What is wrong is told at its place.</summary>
    private static async Task<IResult> DraftAsync(HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        RecipeDraft draft = RecipeForm.Read(form, visit.Titles);
        if (form["do"].ToString() is not ("start" or "estimate"))
            return Pages.Show<NewRunPage>(new { Draft = draft });
        // A text is checked as a text.
        draft = draft with { AsFields = form["as"] == "fields" };
        try
        {
            if (form["do"] == "start")
            {
                RunView run = await visit.Client.Runs.CreateAsync(draft.Text, form["id"].ToString(), null, cancellationToken);
                return Local.See($"/console/runs/{Uri.EscapeDataString(run.Id)}", "started");
            }

            EstimateView estimate = await visit.Client.Runs.EstimateAsync(draft.Text, cancellationToken);
            return Pages.Show<NewRunPage>(new { Draft = draft with { Estimate = estimate } });
        }
        catch (ServiceException refused) when ((int)refused.Status is >= 400 and < 500)
        {
            return Pages.Show<NewRunPage>(new { Draft = draft with { Refusal = refused.Message, Problems = RecipeProblems.Of(refused, visit) } }, (int)refused.Status);
        }
    }

    private static async Task<IResult> MoveAsync(string id, string action, Visit visit, CancellationToken cancellationToken)
    {
        RunsClient runs = visit.Client.Runs;
        Task<RunView>? move = action switch
        {
            "pause" => runs.PauseAsync(id, cancellationToken),
            "resume" => runs.ResumeAsync(id, cancellationToken),
            "cancel" => runs.CancelAsync(id, cancellationToken),
            _ => null,
        };
        if (move is null)
            return TypedResults.NotFound();
        await move;
        return Local.See($"/console/runs/{Uri.EscapeDataString(id)}", action);
    }

    /// <summary>Changes what a run may cost; one that was paused for it goes on.</summary>
    private static async Task<IResult> BudgetAsync(string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        // What is no number is told by the service as any limit that cannot be used.
        decimal limit = decimal.TryParse(form["limit"].ToString().Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal given) ? given : 0;
        await visit.Client.Runs.SetBudgetAsync(id, limit, cancellationToken);
        return Local.See($"/console/runs/{Uri.EscapeDataString(id)}", "budget");
    }

    private static async Task EventsAsync(string id, HttpContext context, Visit visit, CancellationToken cancellationToken)
    {
        EventStream.Unbuffer(context.Response);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        await visit.Client.Runs.CopyEventsAsync(id, context.Response.Body, cancellationToken);
    }
}
