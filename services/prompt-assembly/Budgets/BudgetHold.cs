namespace DialInsight.PromptAssembly.Budgets;

/// <summary>A granted request, until it is among the documents: dispose it then.</summary>
internal sealed class BudgetHold(BudgetAccount? account, decimal cost) : IDisposable
{
    /// <summary>Where there is no budget.</summary>
    public static BudgetHold Unlimited { get; } = new(null, 0);

    /// <inheritdoc/>
    public void Dispose() => account?.Close(cost);
}
