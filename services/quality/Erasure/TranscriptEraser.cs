using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.LanguageModels.Answers;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Quality.Reviews;
using DialInsight.Storage;

namespace DialInsight.Quality.Erasure;

/// <summary>
/// Removes a transcript's samples, and what judges, people, reports and releases say with their words. The samples go last: their texts tell what to look
/// for in reports.
/// </summary>
internal sealed class TranscriptEraser(
    IDocumentCollection<Sample> samples,
    FactLog<Judgement> judgements,
    IDocumentCollection<StandingSample> standing,
    IDocumentCollection<ReviewLease> leases,
    IDocumentCollection<Report> reports,
    FactLog<CompletedRun> runs,
    ReleaseWithdrawal releases,
    ProvisionalReports provisional,
    IAnswerCache answers,
    IDomainPacks packs,
    TimeProvider time) : ITranscriptEraser
{
    public async Task<IReadOnlyDictionary<string, long>> EraseAsync(string transcriptId, CancellationToken cancellationToken) =>
        await TryEraseAsync(transcriptId, erasureId: null, cancellationToken) ?? new Dictionary<string, long>();

    /// <summary>Erases. Null while one of the runs is being decided: its report or release may be about to hold what has to go.</summary>
    public async Task<IReadOnlyDictionary<string, long>?> TryEraseAsync(string transcriptId, string? erasureId, CancellationToken cancellationToken)
    {
        Query ofTranscript = Query.All.Where("transcript", transcriptId);
        List<Sample> found = await ReadAsync(samples, ofTranscript, cancellationToken);
        List<Judgement> judged = await ReadAsync(judgements.Collection, ofTranscript, cancellationToken);
        foreach (Judgement judgement in judged.Where(judgement => judgement.ErasedAt is null))
            await ReplaceAsync(judgement.Id, standing => standing.ErasedAt is null ? standing.Erased(time.GetUtcNow()) : null, cancellationToken);

        // A decision that begins from now on finds nothing of the transcript; one that had begun is waited for.
        if (await IsAnyDecidedNowAsync([.. found.Select(sample => sample.Assignment.RunId).Distinct()], cancellationToken))
            return null;

        ILookup<string, string> edited = judged.Where(judgement => judgement.EditedAnswer is not null).ToLookup(judgement => judgement.RunId, judgement => judgement.EditedAnswer!);
        long rows = 0, shown = 0;
        foreach (IGrouping<string, Sample> ofRun in found.GroupBy(sample => sample.Assignment.RunId))
        {
            var erased = ErasedSamples.Of(ofRun, edited[ofRun.Key], packs);
            rows += await releases.WithdrawAsync(transcriptId, erasureId, ofRun.Key, erased, cancellationToken);
            shown += await EraseReportAsync(ofRun.Key, erased, cancellationToken) ? 1 : 0;
        }

        foreach (Judgement judgement in judged.Where(judgement => judgement.EditedAnswer is not null))
            await ReplaceAsync(judgement.Id, standing => standing.EditedAnswer is null ? null : standing with { EditedAnswer = null }, cancellationToken);
        foreach (Sample sample in found)
            await EraseSampleAsync(sample.Id, cancellationToken);
        if (found.Count > 0)
            await provisional.ForgetAsync(cancellationToken);
        return new Dictionary<string, long>
        {
            ["samples"] = found.Count,
            ["judgements"] = judged.Count,
            ["rows"] = rows,
            ["reports"] = shown,
            ["answers"] = await answers.EraseTranscriptAsync(transcriptId, cancellationToken),
        };
    }

    private static async Task<List<TDocument>> ReadAsync<TDocument>(IDocumentCollection<TDocument> collection, Query query, CancellationToken cancellationToken)
        where TDocument : class
    {
        List<TDocument> found = [];
        await foreach (Versioned<TDocument> item in collection.StreamAsync(query, cancellationToken))
            found.Add(item.Document);
        return found;
    }

    private async Task<bool> IsAnyDecidedNowAsync(IReadOnlyCollection<string> runIds, CancellationToken cancellationToken) =>
        (await runs.Collection.FindManyAsync(runIds, cancellationToken)).Any(run => run.Document is { State: RunState.Waiting, Owner: not null });

    private async Task<bool> EraseReportAsync(string runId, ErasedSamples erased, CancellationToken cancellationToken)
    {
        while (await reports.FindAsync(runId, cancellationToken) is { } report)
        {
            Report without = erased.OutOf(report.Document, out bool changed);
            if (!changed)
                return false;
            if (await reports.ReplaceAsync(without, report.Version, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task ReplaceAsync(string id, Func<Judgement, Judgement?> change, CancellationToken cancellationToken)
    {
        while (await judgements.Collection.FindAsync(id, cancellationToken) is { } standing && change(standing.Document) is { } next)
        {
            if (await judgements.ReplaceAsync(next, standing.Version, cancellationToken))
                return;
        }
    }

    private async Task EraseSampleAsync(string id, CancellationToken cancellationToken)
    {
        await standing.DeleteAsync(id, cancellationToken);
        await leases.DeleteAsync(id, cancellationToken);
        await samples.DeleteAsync(id, cancellationToken);
    }
}
