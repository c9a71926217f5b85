using DialInsight.Contracts.Labeling;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Pauses a run whose model refuses the key: every attempt would fail, and none of them by its own fault.</summary>
internal sealed class RefusedAccess(PromptAssemblyStore store, RunPausing pausing, TimeProvider time)
{
    public Task NoteAsync(LabelingFailed fact, CancellationToken cancellationToken) => NoteAsync(fact.RunId, fact.OccurredAt, fact.Reason, cancellationToken);

    /// <summary>Pauses the run, unless it was taken up since: then the key may be another by now.</summary>
    public async Task NoteAsync(string runId, DateTimeOffset at, string reason, CancellationToken cancellationToken)
    {
        Versioned<RunDocument>? run = await store.Runs.FindAsync(runId, cancellationToken);
        if (run is null || run.Document.ResumedAt > at)
            return;

        var pause = new RunPause
        {
            Reason = PauseReason.ModelAccess,
            At = time.GetUtcNow(),
            Detail = $"the model refuses the key ({reason}); mend the key or the account and resume with POST /runs/{runId}/resume",
        };
        await pausing.PauseAsync(runId, pause, cancellationToken);
    }
}
