using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Counts a run's attempts from the documents, never from counters.</summary>
internal sealed class RunCounts(IDocumentCollection<Judgement> judgements, IDocumentCollection<LabelFailure> failures)
{
    /// <summary>The counts of each cell that the run names, in its order.</summary>
    public async Task<IReadOnlyList<CellCounts>> CountAsync(RunCompleted run, CancellationToken cancellationToken)
    {
        Query ofRun = Query.All.Where("run", run.RunId);
        IReadOnlyDictionary<string, long> failed = await failures.CountByAsync(ofRun, "cell", cancellationToken);
        IReadOnlyDictionary<string, long> erased = await failures.CountByAsync(ofRun.After("erasedCell", ""), "erasedCell", cancellationToken);
        IReadOnlyDictionary<string, long> reviewed = await judgements.CountByAsync(ofRun.Where("reviewed", true), "cell", cancellationToken);
        var counts = new List<CellCounts>(run.Cells.Count);
        foreach (CellOutcome cell in run.Cells)
        {
            IReadOnlyDictionary<string, long> judged =
                await judgements.CountByAsync(ofRun.Where("cell", cell.CellId), "outcome", cancellationToken);
            counts.Add(Counts(cell, judged, (int)failed.GetValueOrDefault(cell.CellId), (int)erased.GetValueOrDefault(cell.CellId)) with { Reviewed = (int)reviewed.GetValueOrDefault(cell.CellId) });
        }

        return counts;
    }

    private static CellCounts Counts(CellOutcome cell, IReadOnlyDictionary<string, long> judged, int failures, int erased)
    {
        int Of(JudgementOutcome outcome) => (int)judged.GetValueOrDefault(outcome.ToString());

        int accepted = Of(JudgementOutcome.Accepted);
        int rejected = Of(JudgementOutcome.Rejected) + Of(JudgementOutcome.Surplus);
        int failed = failures + Of(JudgementOutcome.Unjudged) + Of(JudgementOutcome.Erased);
        int known = accepted + rejected + failed;
        return new CellCounts
        {
            CellId = cell.CellId,
            Scenario = cell.Scenario,
            TaskType = cell.TaskType,
            Target = cell.Target,
            Accepted = accepted,
            Rejected = rejected,
            Surplus = Of(JudgementOutcome.Surplus),
            Failed = failed,
            Erased = erased + Of(JudgementOutcome.Erased),
            Pending = Math.Max(Of(JudgementOutcome.InReview), cell.Requested - known),
            DryReason = cell.DryReason,
        };
    }
}
