namespace DialInsight.DomainPacks.Recipes;

/// <summary>What a run may cost.</summary>
/// <param name="Currency">The currency of the configured prices, ISO 4217.</param>
/// <param name="Limit">The most it may cost; above 0.</param>
public sealed record Budget(string Currency, decimal Limit);
