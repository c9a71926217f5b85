namespace DialInsight.LanguageModels.Settings;

/// <summary>A model that turns texts into vectors: the section <c>Embedding</c>. Endpoint and key fall back to those of <c>LanguageModel</c>.</summary>
public sealed record EmbeddingSettings
{
    /// <summary>The base URL, the part before <c>/embeddings</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The key; null for endpoints that need none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The model's name at the endpoint.</summary>
    public required string Model { get; init; }

    /// <summary>How many numbers a vector shall have, where the model lets one choose; null leaves it to the model.</summary>
    public int? Dimensions { get; init; }

    /// <summary>How many texts one call carries, 1 to 2048; fewer where the endpoint refuses so many.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>How many of a text's tokens (Qwen's) are sent, 1 or more: models refuse longer texts. 4,500 are no more than the usual 8,192 in any tokenizer.</summary>
    public int MaximumTokens { get; init; } = 4500;

    /// <summary>θ: the cosine from which two texts are of one community, above 0 and at most 1. It belongs to the model; 0.75 is what sentence-transformers'
    /// <c>community_detection</c> takes where nobody says.</summary>
    public double Threshold { get; init; } = 0.75;

    /// <summary>The most calls at once from this process, 1 to 4096.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>Price of a million tokens.</summary>
    public decimal PricePerMillionInput { get; init; }

    /// <summary>How long one try may take, in seconds, 1 to 3600.</summary>
    public int TimeoutSeconds { get; init; } = 120;

    /// <summary>Without the key, so that it can be logged.</summary>
    public override string ToString() => $"{Model} at {Endpoint}";
}
