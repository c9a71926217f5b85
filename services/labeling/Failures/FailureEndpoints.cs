using System.ComponentModel;
using System.Text.Json;
using DialInsight.Contracts.Labeling;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Http;
using DialInsight.Labeling.Labels;
using DialInsight.Storage;

namespace DialInsight.Labeling.Failures;

/// <summary>Failures over HTTP.</summary>
internal static class FailureEndpoints
{
    private const int MostIds = 1000;

    public static void MapFailures(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder failures = endpoints.MapGroup("/failures").WithTags("Failures");
        failures.MapGet("/", ListAsync).WithSummary("Attempts that gave no label, the latest first; filter by run and class.");
        failures.MapGet("/counts", CountsAsync).WithSummary("How many attempts gave no label, by class; of one run or of all.");
        failures.MapGet("/{**id}", GetAsync).WithSummary("One failure: the request, every asking with its answer and what was wrong with it, what it cost, and whether it was re-driven.");
        failures.MapPost("/redrive", RedriveAsync).RequireRole(Role.Operator)
            .WithSummary("Asks for new attempts: of the named ones, or of every failure of a run, or of a class of it.");
    }

    private static async Task<PageResponse<FailureView>> ListAsync(
        [AsParameters] PageRequest page, [Description("The run.")] string? run, [Description("Why they failed.")] Named<FailureClass>? @class, LabelingStore store, CancellationToken cancellationToken)
    {
        Page<LabelDocument> found = await store.Labels.PageAsync(Failures(run, @class?.Value), page.Cursor, page.Size, cancellationToken);
        return PageResponse.From(found, FailureView.Of);
    }

    private static async Task<Dictionary<string, long>> CountsAsync([Description("The run.")] string? run, LabelingStore store, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, long> counts = await store.Labels.CountByAsync(Failures(run, null), "failureClass", cancellationToken);
        return counts.Where(count => count.Key.Length > 0).ToDictionary(count => JsonNamingPolicy.CamelCase.ConvertName(count.Key), count => count.Value);
    }

    private static async Task<IResult> GetAsync(string id, LabelingStore store, IDomainPacks packs, CancellationToken cancellationToken) =>
        await store.Labels.FindAsync(id, cancellationToken) is { Document: { State: LabelState.Failed } failure }
            ? TypedResults.Ok(FailureDetail.Of(failure, new LabelPrompt(failure.Assignment, packs.Find(failure.Assignment.Domain)), await store.Redrives.FindAsync(id, cancellationToken)))
            : Problems.NotFound("failure-unknown", "No such failure", $"No attempt {id} failed here.");

    private static async Task<IResult> RedriveAsync(
        RedriveOrder order, LabelingStore store, FactLog<RedriveDocument> redrives, Principal principal, TimeProvider time, CancellationToken cancellationToken)
    {
        if (order is { Ids: null or [], Run: null })
            return Problems.Invalid("redrive-what", "Nothing to re-drive", "Give `ids`, or a `run` and, if you like, a `class`.");
        if (order.Ids is { Count: > MostIds })
            return Problems.Invalid("redrive-too-many", "Too many ids", $"Give at most {MostIds} ids, or a run.");

        int requested = 0;
        await foreach (LabelDocument failure in SelectAsync(order, store, cancellationToken))
        {
            var redrive = new RedriveDocument
            {
                AttemptId = failure.Id,
                RunId = failure.Assignment.RunId,
                CellId = failure.Assignment.CellId,
                Slot = failure.Assignment.Slot,
                RequestedBy = principal.Name,
                RequestedAt = time.GetUtcNow(),
            };
            requested += await redrives.InsertAsync(redrive, cancellationToken) ? 1 : 0;
        }

        return TypedResults.Accepted((string?)null, new { requested });
    }

    private static async IAsyncEnumerable<LabelDocument> SelectAsync(
        RedriveOrder order, LabelingStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (order.Ids is { Count: > 0 })
        {
            foreach (Versioned<LabelDocument> label in await store.Labels.FindManyAsync([.. order.Ids], cancellationToken))
            {
                if (label.Document.State == LabelState.Failed)
                    yield return label.Document;
            }

            yield break;
        }

        await foreach (Versioned<LabelDocument> label in store.Labels.StreamAsync(Failures(order.Run, order.Class), cancellationToken))
            yield return label.Document;
    }

    private static Query Failures(string? run, FailureClass? @class)
    {
        Query query = Query.All.OrderBy("settledAt", descending: true);
        query = run is null ? query.After("failedRun", "") : query.Where("failedRun", run);
        return @class is null ? query : query.Where("failureClass", @class);
    }
}

/// <summary>Which failures to re-drive.</summary>
/// <param name="Ids">The attempts; at most 1,000.</param>
/// <param name="Run">Or every failure of this run.</param>
/// <param name="Class">Of the run, only this class.</param>
internal sealed record RedriveOrder(IReadOnlyList<string>? Ids, string? Run, FailureClass? Class);
