using System.Collections.Concurrent;
using System.Globalization;
using DialInsight.PromptAssembly.Runs;

namespace DialInsight.PromptAssembly.Budgets;

/// <summary>
/// Lets requests through as long as what a run has spent and reserved stays within its budget, and pauses the run where it would not. What is
/// under way then still ends and is paid: it was reserved before.
/// </summary>
internal sealed class BudgetGate(RunSpend spend, RunPausing pausing, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, BudgetAccount> _accounts = new();

    /// <summary>Grants a request of this expected cost. Null: the run was paused instead.</summary>
    public async ValueTask<BudgetHold?> TryHoldAsync(RunDocument run, decimal cost, CancellationToken cancellationToken)
    {
        if (run.BudgetLimit is not { } limit)
            return BudgetHold.Unlimited;

        BudgetAccount account = _accounts.GetOrAdd(run.Id, _ => new BudgetAccount());
        if (account.TryGrant(limit, cost, time.GetUtcNow()) || await CountAndGrantAsync(run.Id, account, limit, cost, cancellationToken))
            return new BudgetHold(account, cost);

        await pausing.PauseAsync(run.Id, Pause(run, limit, cost), cancellationToken);
        return null;
    }

    private async Task<bool> CountAndGrantAsync(string runId, BudgetAccount account, decimal limit, decimal cost, CancellationToken cancellationToken)
    {
        await account.Counting.WaitAsync(cancellationToken);
        try
        {
            if (account.TryGrant(limit, cost, time.GetUtcNow()))
                return true;
            await account.CountAsync(async () => (await spend.CountAsync(runId, cancellationToken)).Total, time.GetUtcNow());
            return account.TryGrant(limit, cost, time.GetUtcNow(), justCounted: true);
        }
        finally
        {
            account.Counting.Release();
        }
    }

    private RunPause Pause(RunDocument run, decimal limit, decimal cost) => new()
    {
        Reason = PauseReason.Budget,
        At = time.GetUtcNow(),
        Needed = cost,
        Detail = string.Create(
            CultureInfo.InvariantCulture,
            $"the next request would go over the budget of {limit:0.####} {run.Recipe.Budget?.Currency}; raise it with POST /runs/{run.Id}/budget").Replace("  ", " ", StringComparison.Ordinal),
    };
}
