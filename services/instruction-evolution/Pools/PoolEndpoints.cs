using System.ComponentModel;
using System.Text.Json;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;
using Microsoft.AspNetCore.Mvc;

namespace DialInsight.InstructionEvolution.Pools;

/// <summary>Pools of instructions, in and out, as JSON Lines over HTTP.</summary>
internal static class PoolEndpoints
{
    private const string Lines = "application/x-ndjson";

    public static void MapPools(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder instructions = endpoints.MapGroup("/instructions").WithTags("Pools");
        instructions.MapPost("/import", ImportAsync).RequireRole(Role.Curator).WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithSummary("Takes in a pool of instructions, JSON Lines: an export of this service, Self-Instruct's or BELLE's seed tasks, Alpaca's rows.")
            .WithDescription("What a line does not say, the query does: domain, scenario, task, language. as=exemplars (default) makes them examples and what new ones must differ from; as=approved "
                + "also lets prompts use them. maximumSimilarity leaves out what repeats another. Sending it again changes nothing. 207 where lines were refused.");
        instructions.MapGet("/export", ExportAsync).WithSummary("A pool as JSON Lines: the approved instructions, unless another state is asked for; format=self-instruct as seed tasks.");
    }

    private static async Task<IResult> ImportAsync(
        HttpRequest request,
        PoolImport import,
        Principal principal,
        [Description("The domain pack of lines that name none.")] string? domain,
        [Description("The scenario of lines that name none.")] string? scenario,
        [Description("The task type of lines that name none.")] string? task,
        [Description("The language of lines that name none.")] string? language,
        [Description("exemplars (examples for the model, and what new ones must differ from) or approved (for prompts, too)."), FromQuery(Name = "as")] string? use,
        [Description("From which ROUGE-L F on a line repeats another, above 0 to 1; only what is equal does where it is absent.")] double? maximumSimilarity,
        CancellationToken cancellationToken)
    {
        if (use is not (null or "exemplars" or "approved") || maximumSimilarity is <= 0 or > 1)
            return Problems.Invalid("import-invalid", "The import is not valid", "as must be exemplars or approved, and maximumSimilarity above 0 and at most 1.");

        ImportOptions options = new(new PoolLine { Domain = domain, Scenario = scenario, TaskType = task, Language = language }, use == "approved", maximumSimilarity);
        ImportOutcome outcome = await import.TakeAsync(LineSource.ReadAsync(request.BodyReader, cancellationToken), options, principal.Name, cancellationToken);
        if (outcome is { Added: 0, Known: 0, Refused: 0 })
            return Problems.Invalid("import-empty", "There is nothing to import", "The body has no lines: send one JSON object a line, as curl --data-binary @seed_tasks.jsonl does.");
        return TypedResults.Json(outcome, statusCode: outcome.Refused == 0 ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus);
    }

    private static IResult ExportAsync([AsParameters] InstructionSearch search, [Description("pool (with lineage) or self-instruct (seed tasks).")] string? format, InstructionEvolutionStore store, CancellationToken cancellationToken)
    {
        if (format is not (null or "pool" or "self-instruct"))
            return Problems.Invalid("format-invalid", "There is no such format", "format must be pool or self-instruct.");

        InstructionSearch wanted = search.State is null ? search with { State = new Named<InstructionState>(InstructionState.Approved) } : search;
        return TypedResults.Stream(body => WriteAsync(body, wanted, format == "self-instruct", store, cancellationToken), Lines, "instructions.jsonl");
    }

    private static async Task WriteAsync(Stream body, InstructionSearch search, bool asSeedTasks, InstructionEvolutionStore store, CancellationToken cancellationToken)
    {
        await foreach (Versioned<InstructionDocument> item in store.Instructions.StreamAsync(search.ToQuery(), cancellationToken))
        {
            object line = asSeedTasks ? SeedTask.Of(item.Document) : ExportedInstruction.Of(item.Document);
            await JsonSerializer.SerializeAsync(body, line, line.GetType(), DocumentJson.Options, cancellationToken);
            await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
