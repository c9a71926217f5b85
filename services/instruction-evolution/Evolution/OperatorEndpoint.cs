using System.ComponentModel;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>The operators' figures over HTTP.</summary>
internal static class OperatorEndpoint
{
    public static void MapOperators(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/instructions/operators", ListAsync).WithTags("Operators")
            .WithSummary("What came of each evolution operator: kept, dropped by which rule, approved in the end, added length, cost.");

    private static async Task<OperatorFigures> ListAsync(
        InstructionEvolutionStore store, [Description("The domain pack.")] string? domain, [Description("zh or en.")] string? language, [Description("The run whose batches are counted.")] string? run, [Description("The batch.")] string? batch, CancellationToken cancellationToken)
    {
        List<OperatorTally> tallies = [];
        Query batches = run is null ? Query.All : Query.All.Where("run", run);
        await foreach (Versioned<BatchDocument> found in store.Batches.StreamAsync(batch is null ? batches : batches.Where("id", batch), cancellationToken))
        {
            if ((domain is null || found.Document.Domain == domain) && (language is null || found.Document.Language == language))
                tallies.AddRange(found.Document.Operators);
        }

        Query approved = Query.All.Where("state", InstructionState.Approved);
        approved = domain is null ? approved : approved.Where("domain", domain);
        approved = language is null ? approved : approved.Where("language", language);
        approved = batch is null ? approved : approved.Where("batch", batch);
        IReadOnlyDictionary<string, long> kept = await store.Instructions.CountByAsync(approved, "operator", cancellationToken);
        return new OperatorFigures(
            [.. OperatorTally.Sum(tallies).Select(OperatorFigure.Of)],
            kept.ToDictionary(count => count.Key.Length == 0 ? "seed" : count.Key, count => count.Value));
    }
}

/// <summary>The operators' figures.</summary>
/// <param name="Operators">Each operator, in each of its texts that was used.</param>
/// <param name="Approved">Approved instructions by the operator that made them last; <c>edit</c> for persons' versions, <c>seed</c> for what no operator made. Not
/// narrowed to a run.</param>
internal sealed record OperatorFigures(IReadOnlyList<OperatorFigure> Operators, IReadOnlyDictionary<string, long> Approved);

/// <summary>One operator's figures.</summary>
/// <param name="Tally">The counts.</param>
/// <param name="FailureRate">The share of outcomes that were dropped, 0 to 1; null where it was not applied.</param>
/// <param name="MeanAddedLength">By how much an outcome that was kept is longer than its parent; null where none was.</param>
internal sealed record OperatorFigure(OperatorTally Tally, double? FailureRate, double? MeanAddedLength)
{
    /// <summary>The figures of a tally.</summary>
    public static OperatorFigure Of(OperatorTally tally) => new(
        tally,
        tally.Applied == 0 ? null : Math.Round(1 - ((double)tally.Kept / tally.Applied), 4),
        tally.Kept == 0 ? null : Math.Round((double)tally.AddedLength / tally.Kept, 2));
}
