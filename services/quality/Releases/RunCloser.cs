using DialInsight.Hosting.Facts;
using DialInsight.LanguageModels;
using DialInsight.Quality.Comparisons;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Reports;
using DialInsight.Quality.Selection;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Brings a completed run to its release, or to the reasons why there is none.</summary>
internal sealed partial class RunCloser(
    FactLog<CompletedRun> runs,
    RunCounts counts,
    IDocumentCollection<Judgement> judgements,
    IDocumentCollection<LabelFailure> failures,
    IDocumentCollection<Report> reports,
    ReleaseSelection selection,
    ReportBuilder builder,
    PreviousRelease previous,
    ReleaseWriter releases,
    Presence presence,
    TimeProvider time,
    ILogger<RunCloser> logger)
{
    /// <summary>How long a run may wait for samples that its counts speak of, before it is refused for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Looks at a waiting run, and decides it if its counts match.</summary>
    public async Task LookAsync(Versioned<CompletedRun> waiting, CancellationToken cancellationToken)
    {
        CompletedRun run = waiting.Document;
        if (run.Owner is { } owner && owner != presence.WriterId && await presence.IsAliveAsync(owner, cancellationToken))
            return;

        IReadOnlyList<CellCounts> cells = await counts.CountAsync(run.Completed, cancellationToken);
        // Somebody who asks for a release again has reviewed meanwhile: the run's numbers are history then.
        bool matches = run.Request > 0 || cells.Zip(run.Completed.Cells).All(cell => cell.First.Matches(cell.Second));
        DateTimeOffset now = time.GetUtcNow();
        if (!matches && now - run.ReceivedAt < Patience)
        {
            await runs.ReplaceAsync(run with { Looks = run.Looks + 1, DueAt = now + Pause(run.Looks) }, waiting.Version, cancellationToken);
            return;
        }

        CompletedRun mine = run with { Owner = presence.WriterId };
        if (!await runs.ReplaceAsync(mine, waiting.Version, cancellationToken))
            return;
        try
        {
            await DecideAsync(mine, waiting.Version + 1, cells, matches, cancellationToken);
        }
        catch (ModelUnavailableException away)
        {
            // Other runs need not wait with this one.
            LogEncoderAway(logger, run.Id, away.Message);
            await runs.ReplaceAsync(run with { Looks = run.Looks + 1, DueAt = time.GetUtcNow() + Pause(run.Looks) }, waiting.Version + 1, cancellationToken);
        }
    }

    private async Task DecideAsync(
        CompletedRun run, long version, IReadOnlyList<CellCounts> cells, bool matches, CancellationToken cancellationToken)
    {
        RunLedger ledger = await RunLedger.ReadAsync(run.Completed, judgements, failures, cancellationToken);
        SelectedRows selected = await selection.ChooseAsync(run.Completed, ledger.Rows("", run.Completed.Cells), cancellationToken);
        Report report = selected.Onto(await builder.BuildAsync(run.Completed, cells, ledger, selected.Rows, cancellationToken));
        if (!matches)
            report = report with { Gate = [.. report.Gate, GateCheck.Counts(cells, run.Completed.Cells)] };

        report = report with { Previous = await previous.CompareAsync(report, selected.Rows, cancellationToken) };

        CompletedRun decided = run with { Owner = null, DecidedAt = report.MadeAt, Metrics = report.Headline() };
        if (report.Passed)
        {
            Release release = await releases.WriteAsync(run, report, ledger.Basis(report.Calibration, selection.Encoder(run.Completed)), selected, cancellationToken);
            report = release.Report;
            decided = decided with
            {
                State = RunState.Released,
                DecidedAt = release.ReleasedAt,
                Release = new ReleaseReference(release.Name, release.Version, release.Samples, release.Checksum) { SelectedFrom = report.Selection?.Accepted },
                Failures = [],
            };
        }
        else
        {
            decided = decided with { State = run.Release is null ? RunState.Refused : RunState.Released, Failures = GateCheck.Failures(report.Gate) };
        }

        await reports.UpsertAsync(report, cancellationToken);
        if (await runs.ReplaceAsync(decided, version, cancellationToken))
            LogDecided(logger, run.Id, decided.State, decided.Release?.Name ?? string.Join(", ", decided.Failures.Select(failure => failure.Measure)));
    }

    private static TimeSpan Pause(int looks) => TimeSpan.FromMilliseconds(Math.Min(10_000, 200 * Math.Pow(1.5, Math.Min(looks, 20))));

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} is {State}: {Outcome}")]
    private static partial void LogDecided(ILogger logger, string run, RunState state, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of run {Run} waits for the model that embeds its texts: {Reason}")]
    private static partial void LogEncoderAway(ILogger logger, string run, string reason);
}
