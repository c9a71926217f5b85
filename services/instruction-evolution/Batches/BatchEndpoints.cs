using System.ComponentModel;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.Storage;
using Microsoft.AspNetCore.Mvc;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Batches over HTTP.</summary>
internal static class BatchEndpoints
{
    public static void MapBatches(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder batches = endpoints.MapGroup("/batches").WithTags("Batches");
        batches.MapPost("/", CreateAsync).RequireRole(Role.Curator)
            .WithSummary("Asks for instructions for a scenario: one batch per task type.")
            .WithDescription("`key` (or the Idempotency-Key header) makes the call repeatable.");
        batches.MapGet("/", ListAsync).WithSummary("Batches, newest first.");
        batches.MapGet("/{id}", GetAsync).WithSummary("A batch: where it stands, what fell and why, what it cost.");
    }

    private static async Task<IResult> CreateAsync(
        BatchRequest request,
        InstructionEvolutionStore store,
        IDomainPacks packs,
        Principal principal,
        TimeProvider time,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        CancellationToken cancellationToken)
    {
        if (request.Errors(packs) is { Count: > 0 } errors)
            return Problems.Invalid("batch-invalid", "The batch is not valid", errors);

        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<BatchDocument> wanted = request.ToBatches(request.Key ?? idempotencyKey ?? Guid.CreateVersion7(now).ToString("N"), principal.Name, now);
        await store.Batches.InsertManyAsync(wanted, cancellationToken);
        List<BatchView> views = [];
        foreach (BatchDocument batch in wanted)
            views.Add(await ShowAsync((await store.Batches.FindAsync(batch.Id, cancellationToken))!.Document, store, cancellationToken));
        return TypedResults.Accepted($"/batches/{views[0].Id}", new CreatedBatches(views));
    }

    private static async Task<PageResponse<BatchView>> ListAsync(
        [AsParameters] PageRequest page, InstructionEvolutionStore store, [Description("Where they stand.")] Named<BatchState>? state, [Description("The run that asked for them.")] string? run, CancellationToken cancellationToken)
    {
        Query query = Query.All.OrderBy("requestedAt", descending: true);
        query = state is { } wanted ? query.Where("state", wanted.Value) : query;
        query = run is null ? query : query.Where("run", run);
        Page<BatchDocument> found = await store.Batches.PageAsync(query, page.Cursor, page.Size, cancellationToken);
        List<BatchView> views = [];
        foreach (Versioned<BatchDocument> batch in found.Items)
            views.Add(await ShowAsync(batch.Document, store, cancellationToken));
        return new PageResponse<BatchView>(views, found.NextCursor);
    }

    private static async Task<IResult> GetAsync(string id, InstructionEvolutionStore store, CancellationToken cancellationToken) =>
        await store.Batches.FindAsync(id, cancellationToken) is { } batch
            ? TypedResults.Ok(await ShowAsync(batch.Document, store, cancellationToken))
            : Problems.NotFound("batch-unknown", "No such batch", $"There is no batch {id}. GET /batches lists those that are.");

    private static async Task<BatchView> ShowAsync(BatchDocument batch, InstructionEvolutionStore store, CancellationToken cancellationToken)
    {
        Query own = Query.All.Where("batch", batch.Id);
        IReadOnlyDictionary<string, long> gates = await store.Instructions.CountByAsync(own, "gate", cancellationToken);
        return new BatchView
        {
            Id = batch.Id,
            State = batch.State,
            RunId = batch.RunId,
            CellId = batch.CellId,
            Domain = batch.Domain,
            Scenario = batch.Scenario,
            TaskType = batch.TaskType,
            Language = batch.Language,
            Wanted = batch.Wanted,
            Curation = batch.Curation,
            RequestedAt = batch.RequestedAt,
            RequestedBy = batch.RequestedBy,
            WaitsFor = batch.Behind,
            ModelAskedAgainAt = batch.NotBefore,
            Instructions = (await store.Instructions.CountByAsync(own, "state", cancellationToken))
                .ToDictionary(count => char.ToLowerInvariant(count.Key[0]) + count.Key[1..], count => count.Value),
            Pending = gates.Where(count => count.Key.Length > 0).Sum(count => count.Value),
            Drops = batch.Drops,
            Spend = batch.Spend,
            CompletedAt = batch.CompletedAt,
            InstructionIds = batch.InstructionIds,
            Shortfall = batch.Shortfall,
        };
    }
}

/// <summary>The batches that a request opened, or had opened before.</summary>
internal sealed record CreatedBatches(IReadOnlyList<BatchView> Items);
