using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Selection;
using DialInsight.Storage;

namespace DialInsight.Quality.Reports;

/// <summary>
/// Makes the report of a run that is not decided yet, of what there is. That costs a pass over its accepted samples, so one is made at a time, and given out again for ten times as long as it took, half a minute at most.
/// Whoever asks for one that is made does not wait for another run's.
/// </summary>
internal sealed class ProvisionalReports(
    IDocumentCollection<OpenRun> open,
    FactLog<CompletedRun> completed,
    EndedRuns ended,
    IDocumentCollection<Judgement> judgements,
    IDocumentCollection<LabelFailure> failures,
    RunCounts counts,
    ReleaseSelection selection,
    ReportBuilder builder,
    TimeProvider time) : IDisposable
{
    private const int MostKept = 16;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, (Report Report, DateTimeOffset Until)> _made = new(StringComparer.Ordinal);

    /// <summary>The report of what there is; null where nothing is known of the run.</summary>
    public async Task<Report?> FindAsync(string run, CancellationToken cancellationToken)
    {
        if (Made(run) is { } made)
            return made;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Others who wanted the same one may have been first.
            if (Made(run) is { } meanwhile)
                return meanwhile;
            if (await FrameAsync(run, cancellationToken) is not ({ } frame, var state))
                return null;
            long start = time.GetTimestamp();
            Report report = await BuildAsync(frame, state, cancellationToken);
            Keep(run, report, 10 * time.GetElapsedTime(start));
            return report;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets what was made: it may show words that are being erased.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        _made.Clear();
        _turn.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Report? Made(string run) => _made.TryGetValue(run, out (Report Report, DateTimeOffset Until) made) && made.Until > time.GetUtcNow() ? made.Report : null;

    /// <summary>Called by whoever has the turn, so that there are never more than are to be kept.</summary>
    private void Keep(string run, Report report, TimeSpan length)
    {
        if (_made.Count >= MostKept && !_made.ContainsKey(run))
            _made.TryRemove(_made.MinBy(entry => entry.Value.Until).Key, out _);
        _made[run] = (report, time.GetUtcNow() + (length < s_longest ? length : s_longest));
    }

    private async Task<(RunCompleted? Frame, ProvisionalState State)> FrameAsync(string run, CancellationToken cancellationToken)
    {
        if ((await completed.Collection.FindAsync(run, cancellationToken))?.Document.Completed is { } whole)
            return (whole, ProvisionalState.Deciding);
        if ((await open.FindAsync(run, cancellationToken))?.Document.AsOfNow() is not { } now)
            return default;
        return (now, await ended.HasEndedAsync(run, cancellationToken) ? ProvisionalState.Cancelled : ProvisionalState.Filling);
    }

    private async Task<Report> BuildAsync(RunCompleted run, ProvisionalState state, CancellationToken cancellationToken)
    {
        IReadOnlyList<CellCounts> cells = await counts.CountAsync(run, cancellationToken);
        RunLedger ledger = await RunLedger.ReadAsync(run, judgements, failures, cancellationToken);
        SelectedRows selected = await selection.ChooseAsync(run, ledger.Rows("", run.Cells), cancellationToken);
        Report report = selected.Onto(await builder.BuildAsync(run, cells, ledger, selected.Rows, cancellationToken));
        return report with { Provisional = Provisional.Of(state, cells, ledger.Quality.InReview) };
    }
}
