using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DialInsight.Client.Runs;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.PromptAssembly.Budgets;
using DialInsight.PromptAssembly.Estimates;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Runs over HTTP.</summary>
internal static partial class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder runs = endpoints.MapGroup("/runs").WithTags("Runs");
        runs.MapPost("/", CreateAsync).RequireRole(Role.Operator)
            .WithSummary("Starts filling a recipe (YAML or JSON in the body).")
            .WithDescription("`id` (or the Idempotency-Key header) makes the call repeatable; `transcripts` says how many transcripts to wait for before the dialogues are frozen.")
            .Accepts<Recipe>("application/yaml", "application/x-yaml", "text/yaml", "application/json", "text/plain", "*/*");
        runs.MapPost("/estimate", EstimateAsync).RequireRole(Role.Viewer)
            .WithSummary("What a recipe (YAML or JSON in the body) would take and cost, by cell and purpose; asks no model.")
            .Accepts<Recipe>("application/yaml", "application/x-yaml", "text/yaml", "application/json", "text/plain", "*/*");
        runs.MapGet("/", ListAsync).WithSummary("Runs, newest first; filter by state.");
        runs.MapGet("/{id}", GetAsync).WithSummary("A run with its numbers: requested = accepted + rejected + failed + pending.");
        runs.MapGet("/{id}/events", EventsAsync).WithSummary("The run's progress as server-sent events, until it is over.");
        runs.MapPost("/{id}/pause", PauseAsync).RequireRole(Role.Operator).WithSummary("Requests nothing new until it is resumed.");
        runs.MapPost("/{id}/resume", ResumeAsync).RequireRole(Role.Operator).WithSummary("Takes a paused run up again.");
        runs.MapPost("/{id}/budget", BudgetAsync).RequireRole(Role.Operator).WithSummary("Changes what a run may cost; one that is paused for its budget goes on where there is room.");
        runs.MapPost("/{id}/cancel", CancelAsync).RequireRole(Role.Operator).WithSummary("Ends a run without a release.");
    }

    private static async Task<IResult> CreateAsync(
        HttpRequest request,
        RunCommands commands,
        RunReader reader,
        IDomainPacks packs,
        Principal principal,
        [Description("The run's id, which makes the call repeatable.")] string? id,
        [Description("How many transcripts to wait for before the dialogues are frozen; until none has come for a moment where it is absent.")] int? transcripts,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        CancellationToken cancellationToken)
    {
        id ??= idempotencyKey;
        if (id is not null && !RunId().IsMatch(id))
            return Problems.Invalid("run-id-invalid", "The run's id cannot be used", "An id has up to 100 letters, digits, dots, dashes and underscores, and begins with a letter or digit.");
        if (transcripts < 1)
            return Problems.Invalid("run-transcripts-invalid", "The number of transcripts cannot be used", "`transcripts` is how many to wait for, 1 or more; leave it out to wait until none has come for a moment.");
        (Recipe? recipe, ProblemHttpResult? problem) = await RecipeBody.ReadAsync(request, packs, cancellationToken);
        if (recipe is null)
            return problem!;

        RunDocument? run = await commands.CreateAsync(recipe, id, transcripts, principal.Name, cancellationToken);
        return run is null
            ? Problems.Conflict("run-exists", "The id is taken", "A run of another recipe has this id. Choose another id.")
            : TypedResults.Created($"/runs/{Uri.EscapeDataString(run.Id)}", await reader.ShowAsync(run, cancellationToken));
    }

    private static async Task<IResult> EstimateAsync(HttpRequest request, RunEstimator estimator, IDomainPacks packs, CancellationToken cancellationToken)
    {
        (Recipe? recipe, ProblemHttpResult? problem) = await RecipeBody.ReadAsync(request, packs, cancellationToken);
        return recipe is null ? problem! : TypedResults.Ok(await estimator.EstimateAsync(recipe, cancellationToken));
    }

    private static async Task<PageResponse<RunView>> ListAsync(
        [AsParameters] PageRequest page, [Description("Where they stand.")] Named<RunState>? state, PromptAssemblyStore store, RunReader reader, CancellationToken cancellationToken)
    {
        Query runs = Query.All.OrderBy("createdAt", descending: true);
        Page<RunDocument> found = await store.Runs.PageAsync(
            state is { } wanted ? runs.Where("state", wanted.Value) : runs, page.Cursor, page.Size, cancellationToken);
        List<RunView> views = [];
        foreach (Versioned<RunDocument> run in found.Items)
            views.Add(await reader.ShowAsync(run.Document, cancellationToken));
        return new PageResponse<RunView>(views, found.NextCursor);
    }

    private static async Task<IResult> GetAsync(string id, RunReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken) is { } view ? TypedResults.Ok(view) : Unknown(id);

    private static async Task<IResult> EventsAsync(
        string id, HttpResponse response, RunReader reader, TimeProvider time, IHostApplicationLifetime host, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is null)
            return Unknown(id);
        EventStream.Unbuffer(response);
        return TypedResults.ServerSentEvents(ProgressAsync(id, reader, time, host.ApplicationStopping, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<RunView>> ProgressAsync(
        string id, RunReader reader, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (RunState, CountsView)? shown = null;
        while (await reader.FindAsync(id, cancellationToken) is { } view)
        {
            if (shown != (view.State, view.Totals))
                yield return new SseItem<RunView>(view, "progress");
            shown = (view.State, view.Totals);
            // Who watches a run that takes hours does not hold up the process's end: the stream is over, and is asked for anew.
            if (view.EndedAt is not null || stopping.IsCancellationRequested)
                yield break;
            await Task.Delay(TimeSpan.FromMilliseconds(500), time, cancellationToken);
        }
    }

    private static async Task<IResult> BudgetAsync(string id, BudgetOrder order, BudgetWatch budgets, RunReader reader, CancellationToken cancellationToken)
    {
        if (order.Limit is not > 0)
            return Problems.Invalid("budget-invalid", "The budget cannot be used", "Give `limit`: the most that the run may cost in all, above 0.");

        return await budgets.ChangeAsync(id, order.Limit.Value, cancellationToken) is { } run
            ? TypedResults.Ok(await reader.ShowAsync(run, cancellationToken))
            : await MovedAsync(id, moved: false, "given another budget", reader, cancellationToken);
    }

    private static async Task<IResult> PauseAsync(string id, RunCommands commands, RunReader reader, Principal principal, CancellationToken cancellationToken) =>
        await MovedAsync(id, await commands.PauseAsync(id, principal.Name, cancellationToken), "paused", reader, cancellationToken);

    private static async Task<IResult> ResumeAsync(string id, RunCommands commands, RunReader reader, CancellationToken cancellationToken) =>
        await MovedAsync(id, await commands.ResumeAsync(id, cancellationToken), "resumed", reader, cancellationToken);

    private static async Task<IResult> CancelAsync(string id, RunCommands commands, RunReader reader, CancellationToken cancellationToken) =>
        await MovedAsync(id, await commands.CancelAsync(id, cancellationToken), "cancelled", reader, cancellationToken);

    private static async Task<IResult> MovedAsync(string id, bool moved, string how, RunReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } view)
            return Unknown(id);

        return moved
            ? TypedResults.Ok(view)
            : Problems.Conflict("run-state", $"The run cannot be {how}", $"Run {id} cannot be {how}: it is {view.State.ToString().ToLowerInvariant()}.");
    }

    private static ProblemHttpResult Unknown(string id) => Problems.NotFound("run-unknown", "No such run", $"There is no run {id}. GET /runs lists those that are.");

    /// <summary>Another budget for a run.</summary>
    /// <param name="Limit">The most it may cost in all.</param>
    private sealed record BudgetOrder(decimal? Limit);

    // It stands in paths, and before a bar in the ids of what belongs to the run.
    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RunId();
}
