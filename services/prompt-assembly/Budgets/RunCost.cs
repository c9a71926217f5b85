namespace DialInsight.PromptAssembly.Budgets;

/// <summary>What a run costs, in the currency of the configured prices.</summary>
/// <param name="Spent">What its calls cost, as far as they were reported.</param>
/// <param name="Reserved">What is expected of the requests that are under way.</param>
internal readonly record struct RunCost(decimal Spent, decimal Reserved)
{
    public decimal Total => Spent + Reserved;

    public static RunCost operator +(RunCost a, RunCost b) => new(a.Spent + b.Spent, a.Reserved + b.Reserved);
}
