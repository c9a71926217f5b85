using DialInsight.Client.Http;
using DialInsight.Client.Runs;
using DialInsight.WebConsole.Layout;
using DialInsight.WebConsole.Overview;
using Microsoft.AspNetCore.Http.Features;

namespace DialInsight.WebConsole.Runs;

/// <summary>Runs: listed, watched, started, paused, resumed, cancelled.</summary>
internal static class RunPages
{
    private const int PageSize = 25;

    public static void MapRunPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/runs", ListAsync);
        pages.MapGet("/console/runs/new", (SampleFiles sample) => Pages.Show<RecipePage>(new { Draft = new RecipeDraft(sample.Recipe) }));
        pages.MapPost("/console/runs/new", DraftAsync);
        pages.MapGet("/console/runs/{id}", async (string id, Visit visit, CancellationToken cancellationToken) =>
            Pages.Show<RunPageView>(new { Run = await visit.Client.Runs.GetAsync(id, cancellationToken) }));
        pages.MapPost("/console/runs/{id}/{action}", MoveAsync);
        pages.MapGet("/console/runs/{id}/events", EventsAsync);
    }

    private static async Task<IResult> ListAsync(Visit visit, string? cursor, CancellationToken cancellationToken) =>
        Pages.Show<RunsPage>(new { Page = await visit.Client.Runs.ListAsync(cursor, PageSize, cancellationToken), IsFirst = cursor is null });

    /// <summary>Estimates the recipe, or starts it: both say what is wrong at which line.</summary>
    private static async Task<IResult> DraftAsync(HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string text = form["recipe"].ToString().ReplaceLineEndings("\n");
        try
        {
            if (form["do"] == "start")
            {
                RunView run = await visit.Client.Runs.CreateAsync(text, form["id"].ToString(), null, cancellationToken);
                return Local.See($"/console/runs/{Uri.EscapeDataString(run.Id)}", "started");
            }

            EstimateView estimate = await visit.Client.Runs.EstimateAsync(text, cancellationToken);
            return Pages.Show<RecipePage>(new { Draft = new RecipeDraft(text) { Estimate = estimate } });
        }
        catch (ServiceException refused) when ((int)refused.Status is >= 400 and < 500)
        {
            return Pages.Show<RecipePage>(new { Draft = new RecipeDraft(text) { Refusal = refused.Message, Problems = RecipeProblems.Of(refused) } }, (int)refused.Status);
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
        return Local.See($"/console/runs/{Uri.EscapeDataString(id)}");
    }

    private static async Task EventsAsync(string id, HttpContext context, Visit visit, CancellationToken cancellationToken)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        await visit.Client.Runs.CopyEventsAsync(id, context.Response.Body, cancellationToken);
    }
}
