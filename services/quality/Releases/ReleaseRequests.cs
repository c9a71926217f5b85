using DialInsight.Hosting.Facts;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Takes requests to release a run again. One that would say nothing new is answered with the release there is.</summary>
internal sealed class ReleaseRequests(
    FactLog<CompletedRun> runs,
    IDocumentCollection<Release> releases,
    IDocumentCollection<Judgement> judgements,
    IDocumentCollection<LabelFailure> failures,
    CalibrationFinder calibrations,
    TimeProvider time)
{
    /// <summary>Has the run decided anew, unless nothing has changed since its release. Null where it has not completed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<RunStanding?> AskAsync(string run, string by, CancellationToken cancellationToken)
    {
        while (await runs.Collection.FindAsync(run, cancellationToken) is { } found)
        {
            if (found.Document.State == RunState.Waiting)
                return RunStanding.Of(found.Document);
            if (await IsUnchangedAsync(found.Document, cancellationToken))
                return RunStanding.Of(found.Document) with { Unchanged = true };
            CompletedRun waiting = found.Document with
            {
                State = RunState.Waiting,
                Request = found.Document.Request + 1,
                RequestedBy = by,
                DueAt = time.GetUtcNow(),
                Failures = [],
            };
            if (await runs.ReplaceAsync(waiting, found.Version, cancellationToken))
                return RunStanding.Of(waiting);
        }

        return null;
    }

    private async Task<bool> IsUnchangedAsync(CompletedRun run, CancellationToken cancellationToken)
    {
        if (run.Release is not { } latest || (await releases.FindAsync(latest.Name, cancellationToken))?.Document.Basis is not { } basis)
            return false;
        RunLedger ledger = await RunLedger.ReadAsync(run.Completed, judgements, failures, cancellationToken);
        return basis == ledger.Basis(await calibrations.FindAsync(run.Id, run.Completed.Domain, run.Completed.Language, ledger.Judges, cancellationToken));
    }
}
