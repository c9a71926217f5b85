namespace DialInsight.LanguageModels;

/// <summary>How likely a token of an answer was.</summary>
/// <param name="Token">The token's text.</param>
/// <param name="LogProbability">The natural logarithm of its probability, 0 or less.</param>
/// <param name="Likeliest">The likeliest tokens at its place, as many as were asked for; their own lists are empty.</param>
public sealed record TokenLogProbability(string Token, double LogProbability, IReadOnlyList<TokenLogProbability> Likeliest);
