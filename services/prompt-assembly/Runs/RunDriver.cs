using DialInsight.Client.Runs;
using DialInsight.Hosting;
using DialInsight.Hosting.Facts;
using DialInsight.PromptAssembly.Budgets;
using DialInsight.PromptAssembly.Templates;
using DialInsight.PromptAssembly.Transcripts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>
/// Moves runs on: freezes their dialogues, opens their cells, takes them up after a pause, and asks again where nothing was heard. A run has one
/// driver at a time; what it does is safe to do twice, so that a take-over needs no care.
/// </summary>
internal sealed class RunDriver(
    PromptAssemblyStore store,
    FactLog<RunDocument> runs,
    Presence presence,
    TranscriptPool transcripts,
    RunPlanner planner,
    CellOpening opening,
    RunResumption resumption,
    RunCompletion completion,
    StandstillWatch standstill,
    BudgetWatch budgets,
    TemplateCatalogue templates,
    TimeProvider time,
    ILogger<RunDriver> logger)
    : Reconciler(TimeSpan.FromMilliseconds(300), time, logger)
{
    /// <summary>How long no new transcript must have arrived before the dialogues are frozen, where nobody said how many to expect.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(2);

    /// <summary>How long expected transcripts are waited for after the last one came.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly object[] s_live = [RunState.Collecting, RunState.Running, RunState.Resuming, RunState.Completed];

    private readonly TimeProvider _time = time;

    protected override async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        await foreach (Versioned<RunDocument> run in store.Runs.StreamAsync(Query.All.WhereIn("state", s_live), cancellationToken))
        {
            if (await ClaimAsync(run, cancellationToken) is { } claimed)
                await DriveAsync(claimed, cancellationToken);
        }

        await budgets.LookAsync(cancellationToken);
        await standstill.LookAsync(cancellationToken);
    }

    private async Task<Versioned<RunDocument>?> ClaimAsync(Versioned<RunDocument> run, CancellationToken cancellationToken)
    {
        if (run.Document.Owner == presence.WriterId)
            return run;
        if (run.Document.Owner is { } owner && await presence.IsAliveAsync(owner, cancellationToken))
            return null;

        RunDocument claimed = run.Document with { Owner = presence.WriterId };
        return await store.Runs.ReplaceAsync(claimed, run.Version, cancellationToken)
            ? new Versioned<RunDocument>(claimed, run.Version + 1)
            : null;
    }

    private Task DriveAsync(Versioned<RunDocument> run, CancellationToken cancellationToken) => run.Document.State switch
    {
        RunState.Collecting => StartAsync(run, cancellationToken),
        RunState.Running => OpenCellsAsync(run.Document, cancellationToken),
        RunState.Resuming => resumption.ResumeAsync(run, cancellationToken),
        _ => standstill.RemindAsync(run.Document, cancellationToken),
    };

    private async Task StartAsync(Versioned<RunDocument> run, CancellationToken cancellationToken)
    {
        if (!await HaveTranscriptsSettledAsync(run.Document, cancellationToken))
            return;

        RunDocument started = run.Document with
        {
            State = RunState.Running,
            StartedAt = _time.GetUtcNow(),
            Cells = await planner.FreezeAsync(run.Document, cancellationToken),
            TemplateVersions = await templates.VersionsAsync(run.Document.Recipe.Domain, cancellationToken),
        };
        await runs.ReplaceAsync(started, run.Version, cancellationToken);
    }

    private async Task<bool> HaveTranscriptsSettledAsync(RunDocument run, CancellationToken cancellationToken)
    {
        if (run.ExpectedTranscripts is { } expected && await transcripts.CountAsync(cancellationToken) >= expected)
            return true;

        DateTimeOffset last = await transcripts.NewestAsync(cancellationToken) ?? run.CreatedAt;
        DateTimeOffset since = last > run.CreatedAt ? last : run.CreatedAt;
        return _time.GetUtcNow() - since >= (run.ExpectedTranscripts is null ? s_quiet : s_patience);
    }

    private async Task OpenCellsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        bool opened = false;
        bool allOpen = true;
        await foreach (Versioned<CellDocument> cell in store.Cells.StreamAsync(Query.All.Where("run", run.Id), cancellationToken))
        {
            bool wasOpen = cell.Document.Open;
            bool isOpen = wasOpen || await opening.TryOpenAsync(run, cell, cancellationToken);
            opened |= isOpen && !wasOpen;
            allOpen &= isOpen;
        }

        // Verdicts complete a run as they come; those that came before the last cell opened could not.
        if (allOpen && (opened || standstill.IsDue(run.Id)))
            await completion.CheckAsync(run.Id, cancellationToken);
    }
}
