using DialInsight.Hosting.Facts;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Selection;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Takes requests to release a run again. One that would say nothing new is answered with the release there is.</summary>
internal sealed class ReleaseRequests(
    FactLog<CompletedRun> runs,
    IDocumentCollection<Release> releases,
    IDocumentCollection<Judgement> judgements,
    IDocumentCollection<LabelFailure> failures,
    CalibrationFinder calibrations,
    ReleaseSelection selection,
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
            IReadOnlyList<ReleaseChange>? changes = await ChangesAsync(found.Document, cancellationToken);
            if (changes is { Count: 0 })
                return RunStanding.Of(found.Document) with { Unchanged = true, Note = Note(found.Document, changes) };
            CompletedRun waiting = found.Document with
            {
                State = RunState.Waiting,
                Request = found.Document.Request + 1,
                RequestedBy = by,
                DueAt = time.GetUtcNow(),
                Failures = [],
            };
            if (await runs.ReplaceAsync(waiting, found.Version, cancellationToken))
                return RunStanding.Of(waiting) with { Changes = changes ?? [], Note = Note(found.Document, changes) };
        }

        return null;
    }

    /// <summary>What has changed since the run's release; null where it has none.</summary>
    private async Task<IReadOnlyList<ReleaseChange>?> ChangesAsync(CompletedRun run, CancellationToken cancellationToken)
    {
        if (run.Release is not { } latest || (await releases.FindAsync(latest.Name, cancellationToken))?.Document is not { } release)
            return null;
        RunLedger ledger = await RunLedger.ReadAsync(run.Completed, judgements, failures, cancellationToken);
        CalibrationStanding? calibration = await calibrations.FindAsync(run.Id, run.Completed.Domain, run.Completed.Language, ledger.Judges, cancellationToken);
        return ledger.Basis(calibration, selection.Encoder(run.Completed)).Since(ReleaseBasis.Parse(release.Basis));
    }

    /// <summary>What the answer to a request says of the changes; null where the run had no release.</summary>
    private static string? Note(CompletedRun run, IReadOnlyList<ReleaseChange>? changes) => run.Release is not { } latest || changes is null ? null
        : changes.Count == 0 ? $"Nothing that a release tells has changed since {latest.Name}, so that no new version is made. Reviews that confirm a decision count where they are the first of a person on an accepted sample."
        : changes.Contains(ReleaseChange.Content) ? $"Decisions or answers have changed since {latest.Name}."
        : changes.Contains(ReleaseChange.Lineage) ? $"Since {latest.Name} only who decided has changed: people confirmed released samples. A version that passes the gate holds the same samples and says so of each."
        : $"Since {latest.Name} only the calibration that the data set stands on, or what samples are selected by, has changed.";
}
