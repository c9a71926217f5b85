using DialInsight.Client.Runs;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Pauses runs and has them go on. The chains of slots stay where they are: each is taken up behind its last attempt.</summary>
internal sealed class RunPausing(PromptAssemblyStore store, TimeProvider time)
{
    /// <summary>Pauses a run that is going, or finds it paused. False when it is in no state to be paused.</summary>
    public async Task<bool> PauseAsync(string id, RunPause pause, CancellationToken cancellationToken)
    {
        while (await store.Runs.FindAsync(id, cancellationToken) is { } run)
        {
            if (run.Document.State == RunState.Paused)
                return true;
            if (run.Document.State is not (RunState.Running or RunState.Resuming))
                return false;
            if (await store.Runs.ReplaceAsync(run.Document with { State = RunState.Paused, Pause = pause }, run.Version, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Has a paused run go on, or finds it going. False when it is not paused.</summary>
    public async Task<bool> ResumeAsync(string id, CancellationToken cancellationToken)
    {
        while (await store.Runs.FindAsync(id, cancellationToken) is { } run)
        {
            if (run.Document.State is RunState.Resuming or RunState.Running)
                return true;
            if (run.Document.State != RunState.Paused)
                return false;
            RunDocument resumed = run.Document with
            {
                State = RunState.Resuming,
                Pause = null,
                ResumedAt = time.GetUtcNow(),
                PausedFor = run.Document.PausedFor + (time.GetUtcNow() - (run.Document.Pause?.At ?? time.GetUtcNow())),
            };
            if (await store.Runs.ReplaceAsync(resumed, run.Version, cancellationToken))
                return true;
        }

        return false;
    }
}
