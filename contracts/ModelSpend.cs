namespace DialInsight.Contracts;

/// <summary>What one or several model calls for one purpose used.</summary>
/// <param name="Purpose">What the calls were for: <c>seed</c>, <c>evolve</c>, <c>merge</c>, <c>label</c>, <c>repair</c>, <c>judge</c>.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="Calls">How many calls reached the model; answers from the cache count 0.</param>
/// <param name="InputTokens">Tokens read, as the endpoint reported them; 0 for answers from the cache.</param>
/// <param name="OutputTokens">Tokens written; 0 for answers from the cache.</param>
/// <param name="Cost">Money in the currency of the configured prices; 0 where no price is configured.</param>
public sealed record ModelSpend(string Purpose, string Model, int Calls, long InputTokens, long OutputTokens, decimal Cost);
