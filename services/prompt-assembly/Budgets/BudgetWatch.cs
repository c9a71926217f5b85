using DialInsight.Client.Runs;
using DialInsight.PromptAssembly.Runs;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Budgets;

/// <summary>
/// Has runs go on that were paused for their budget, once there is room again: it was raised, or what was under way came out cheaper than was
/// reserved for it.
/// </summary>
internal sealed class BudgetWatch(PromptAssemblyStore store, RunSpend spend, RunPausing pausing)
{
    /// <summary>Looks at the runs that are paused for their budget.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await foreach (Versioned<RunDocument> run in store.Runs.StreamAsync(Query.All.Where("state", RunState.Paused), cancellationToken))
        {
            if (run.Document is { Pause.Reason: PauseReason.Budget } && await HasRoomAsync(run.Document, cancellationToken))
                await pausing.ResumeAsync(run.Document.Id, cancellationToken);
        }
    }

    /// <summary>Changes what a run may cost. Null when there is no such run, or it is over.</summary>
    public async Task<RunDocument?> ChangeAsync(string id, decimal limit, CancellationToken cancellationToken)
    {
        while (await store.Runs.FindAsync(id, cancellationToken) is { Document.IsOver: false } run)
        {
            RunDocument changed = run.Document with { BudgetLimit = limit };
            if (!await store.Runs.ReplaceAsync(changed, run.Version, cancellationToken))
                continue;
            if (changed is { Pause.Reason: PauseReason.Budget } && await HasRoomAsync(changed, cancellationToken))
                await pausing.ResumeAsync(id, cancellationToken);
            return (await store.Runs.FindAsync(id, cancellationToken))!.Document;
        }

        return null;
    }

    /// <summary>Whether there is room: at once for more than is under way, or for the next request once nothing is. In between, a run would go on
    /// and be paused again at every answer.</summary>
    private async Task<bool> HasRoomAsync(RunDocument run, CancellationToken cancellationToken)
    {
        if (run.BudgetLimit is not { } limit)
            return true;

        RunCost cost = await spend.CountAsync(run.Id, cancellationToken);
        decimal room = limit - cost.Total;
        return room >= run.Pause!.Needed && room >= cost.Reserved;
    }
}
