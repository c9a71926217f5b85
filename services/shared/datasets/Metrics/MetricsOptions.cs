namespace DialInsight.Datasets.Metrics;

/// <summary>What measures depend on.</summary>
/// <param name="Threshold">θ: the cosine from which two texts are of one community, above 0 and at most 1. It belongs to the encoder: null takes the encoder's own, 0.82 for token vectors.</param>
/// <param name="Top">k of R_k, at least 1.</param>
public sealed record MetricsOptions(double? Threshold = null, int Top = 1)
{
    /// <summary>The encoder's own θ, k = 1.</summary>
    public static MetricsOptions Default { get; } = new();
}
