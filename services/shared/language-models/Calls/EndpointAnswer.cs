namespace DialInsight.LanguageModels.Calls;

/// <summary>What an endpoint answered.</summary>
/// <param name="Text">The text; the refusal's where it refused.</param>
/// <param name="Model">The model as it named itself, or null.</param>
/// <param name="Stop">Why it stopped.</param>
/// <param name="InputTokens">Tokens read, or null where the endpoint does not tell.</param>
/// <param name="OutputTokens">Tokens written, or null where the endpoint does not tell.</param>
internal sealed record EndpointAnswer(string Text, string? Model, ModelStop Stop, long? InputTokens, long? OutputTokens)
{
    /// <summary>The log probabilities, where they were asked for and the endpoint tells them.</summary>
    public IReadOnlyList<TokenLogProbability>? LogProbabilities { get; init; }
}
