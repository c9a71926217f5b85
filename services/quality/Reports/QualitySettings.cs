using System.ComponentModel.DataAnnotations;

namespace DialInsight.Quality.Reports;

/// <summary>The settings of section <c>Quality</c>.</summary>
internal sealed record QualitySettings : IValidatableObject
{
    /// <summary>What communities are made of: <c>Tokens</c>, or <c>Embeddings</c> by the model of section <c>Embedding</c>. Richness by the one says nothing about richness by the other.</summary>
    public string Encoder { get; set; } = nameof(EncoderKind.Tokens);

    /// <summary>The same as a choice.</summary>
    public EncoderKind Kind => Enum.Parse<EncoderKind>(Encoder.Trim(), ignoreCase: true);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.GetNames<EncoderKind>().Contains(Encoder.Trim(), StringComparer.OrdinalIgnoreCase))
            yield return new ValidationResult($"must be one of {string.Join(", ", Enum.GetNames<EncoderKind>())}.", [nameof(Encoder)]);
    }
}

/// <summary>What the vectors of texts are made of.</summary>
internal enum EncoderKind
{
    /// <summary>Counts of tokens, weighted by how rare they are.</summary>
    Tokens,

    /// <summary>A model's embeddings.</summary>
    Embeddings,
}
