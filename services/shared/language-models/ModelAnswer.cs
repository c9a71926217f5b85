using DialInsight.Contracts;

namespace DialInsight.LanguageModels;

/// <summary>A model's answer: untrusted input to whoever asked.</summary>
public sealed record ModelAnswer
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The model that answered, as it named itself.</summary>
    public required string Model { get; init; }

    /// <summary>Why it stopped.</summary>
    public required ModelStop Stop { get; init; }

    /// <summary>The answer's tokens and how likely each was; null where that was not asked for, or the endpoint does not tell.</summary>
    public IReadOnlyList<TokenLogProbability>? LogProbabilities { get; init; }

    /// <summary>What this call used; zero calls, tokens and cost when the answer came from the cache.</summary>
    public required ModelSpend Spend { get; init; }

    /// <summary>Whether the endpoint did not tell the tokens and they were counted here, with another model's tokenizer perhaps.</summary>
    public bool SpendIsEstimated { get; init; }

    /// <summary>Whether it came from the cache.</summary>
    public bool FromCache { get; init; }
}
