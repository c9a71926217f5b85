using System.Text.Json;

namespace DialInsight.LanguageModels.Calls;

/// <summary>Reads the log probabilities of a chat completion's choice.</summary>
internal static class LogProbabilities
{
    /// <summary>The answer's tokens; null where the endpoint does not tell, or not in the protocol's shape.</summary>
    public static IReadOnlyList<TokenLogProbability>? Read(JsonElement choice)
    {
        if (!choice.TryGetProperty("logprobs", out JsonElement all) || all.ValueKind != JsonValueKind.Object
            || !all.TryGetProperty("content", out JsonElement tokens) || tokens.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        TokenLogProbability?[] read = [.. tokens.EnumerateArray().Select(token => One(token, withLikeliest: true))];
        return Array.TrueForAll(read, token => token is not null) ? [.. read.OfType<TokenLogProbability>()] : null;
    }

    private static TokenLogProbability? One(JsonElement token, bool withLikeliest)
    {
        if (token.ValueKind != JsonValueKind.Object || !token.TryGetProperty("token", out JsonElement text) || text.ValueKind != JsonValueKind.String
            || !token.TryGetProperty("logprob", out JsonElement value) || !value.TryGetDouble(out double logarithm) || !double.IsFinite(logarithm))
        {
            return null;
        }

        TokenLogProbability?[] likeliest = withLikeliest && token.TryGetProperty("top_logprobs", out JsonElement top) && top.ValueKind == JsonValueKind.Array
            ? [.. top.EnumerateArray().Select(other => One(other, withLikeliest: false))]
            : [];
        return new TokenLogProbability(text.GetString()!, logarithm, [.. likeliest.OfType<TokenLogProbability>()]);
    }
}
