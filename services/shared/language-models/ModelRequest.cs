using DialInsight.LanguageModels.Facts;

namespace DialInsight.LanguageModels;

/// <summary>One request. What decides the answer is its identity: model, messages, schema, temperature, token limit, log probabilities and draw.</summary>
public sealed record ModelRequest
{
    /// <summary>What it is for: one of <see cref="ModelPurpose"/>. Not part of the identity.</summary>
    public required string Purpose { get; init; }

    /// <summary>The rendered messages.</summary>
    public required IReadOnlyList<ModelMessage> Messages { get; init; }

    /// <summary>The JSON schema that the answer must satisfy; null for prose.</summary>
    public string? ResponseSchema { get; init; }

    /// <summary>Which of several independent answers to the same messages this asks for: the attempt's or the vote's number, never the run's.</summary>
    public int Draw { get; init; }

    /// <summary>Sampling temperature; null takes the configured one.</summary>
    public double? Temperature { get; init; }

    /// <summary>The most tokens to write; null takes the configured limit.</summary>
    public int? MaximumOutputTokens { get; init; }

    /// <summary>How many of the likeliest tokens to tell at each place of the answer, with their log probabilities, 0 to 20; null tells none.</summary>
    public int? TopLogProbabilities { get; init; }

    /// <summary>The run that it is made for: spend is kept by it, and runs take turns at a rate limit. Null is none. Not part of the identity.</summary>
    public string? Run { get; init; }

    /// <summary>What people asked for apart from any run, where that pays: <c>batch/ID</c>, <c>tuning/ID</c>, <c>instruction/ID</c>, <c>templates/DOMAIN</c>. Spend is kept by it. Not part of the identity.</summary>
    public string? Account { get; init; }

    /// <summary>The piece of work that takes the answer, for instance an attempt's id. When the same piece asks again, after a crash say, it is told again what the
    /// answer had cost, so that its spend is never lost; for everybody else a kept answer is free. Null is nobody. Not part of the identity.</summary>
    public string? Work { get; init; }

    /// <summary>The typed facts behind the messages, for a model that works from facts (the offline annotator). Not part of the identity.</summary>
    public ModelFacts? Facts { get; init; }

    /// <summary>The transcripts that the messages quote, so that erasure finds the cached answer.</summary>
    public IReadOnlyList<string> Transcripts { get; init; } = [];
}
