using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Facts;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Reviews;

/// <summary>Finds the next sample for a reviewer: those the judge could not decide first, then a random one of what nobody reviewed.</summary>
internal sealed class ReviewQueue(FactLog<Judgement> judgements, ReviewLeases leases)
{
    private const int MostLooks = 500;

    /// <summary>Leases the next sample; null when there is none.</summary>
    /// <param name="run">The run to review; null is any.</param>
    /// <param name="cell">The cell to review; null is any.</param>
    /// <param name="reviewer">Who asks.</param>
    /// <param name="skipped">Samples that the reviewer does not want.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Judgement?> NextAsync(string? run, string? cell, string reviewer, IReadOnlyCollection<string> skipped, CancellationToken cancellationToken)
    {
        Query wanted = Wanted(run, cell);
        return await FirstFreeAsync(wanted.Where("outcome", JudgementOutcome.InReview), reviewer, skipped, cancellationToken)
            ?? await FirstFreeAsync(await DrawnAsync(wanted, run, cell, cancellationToken), reviewer, skipped, cancellationToken)
            // All of that cell are with others, or not wanted.
            ?? await FirstFreeAsync(Unreviewed(wanted), reviewer, skipped, cancellationToken);
    }

    private static Query Wanted(string? run, string? cell)
    {
        Query wanted = Query.All;
        if (run is not null)
            wanted = wanted.Where("run", run);
        return cell is null ? wanted : wanted.Where("cell", cell);
    }

    /// <summary>Unreviewed samples in their fixed random order: whoever takes the first ones has a random sample.</summary>
    private async Task<Query> DrawnAsync(Query wanted, string? run, string? cell, CancellationToken cancellationToken)
    {
        if (run is not null && cell is null)
            wanted = wanted.Where("cell", await LeastReviewedAsync(run, cancellationToken));
        return Unreviewed(wanted);
    }

    private static Query Unreviewed(Query wanted) => wanted.Where("reviewed", false).OrderBy("draw");

    private async Task<string> LeastReviewedAsync(string run, CancellationToken cancellationToken)
    {
        Query ofRun = Query.All.Where("run", run);
        IReadOnlyDictionary<string, long> open = await judgements.Collection.CountByAsync(ofRun.Where("reviewed", false), "cell", cancellationToken);
        IReadOnlyDictionary<string, long> done = await judgements.Collection.CountByAsync(ofRun.Where("reviewed", true), "cell", cancellationToken);
        return open.Keys.OrderBy(cell => done.GetValueOrDefault(cell)).ThenBy(cell => cell, StringComparer.Ordinal).FirstOrDefault() ?? "";
    }

    private async Task<Judgement?> FirstFreeAsync(Query query, string reviewer, IReadOnlyCollection<string> skipped, CancellationToken cancellationToken)
    {
        await foreach (Versioned<Judgement> judgement in judgements.Collection.StreamAsync(query.Take(MostLooks), cancellationToken))
        {
            if (!skipped.Contains(judgement.Document.Id) && await leases.TryTakeAsync(judgement.Document.Id, reviewer, cancellationToken))
                return judgement.Document;
        }

        return null;
    }
}
