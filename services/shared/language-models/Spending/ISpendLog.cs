using DialInsight.Contracts;

namespace DialInsight.LanguageModels.Spending;

/// <summary>What all model calls of all services cost, kept as they are paid: also by those that a crash kept from telling.</summary>
public interface ISpendLog
{
    /// <summary>Sums by run, account, purpose and model, in that order; of one run or one account where it is named.</summary>
    Task<IReadOnlyList<SpendLine>> TotalsAsync(string? run, string? account, CancellationToken cancellationToken);
}

/// <summary>A sum.</summary>
/// <param name="Run">The run; empty for calls that are no run's.</param>
/// <param name="Account">What people asked for apart from any run; empty for a run's calls.</param>
/// <param name="Spend">What was paid for one purpose to one model.</param>
/// <param name="Hits">How many requests were answered from the cache, for nothing.</param>
public sealed record SpendLine(string Run, string Account, ModelSpend Spend, long Hits);
