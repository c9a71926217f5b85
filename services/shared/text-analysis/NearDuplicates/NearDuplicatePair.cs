namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>Two texts that are nearly the same.</summary>
/// <param name="First">The number of the earlier one, from 0.</param>
/// <param name="Second">The number of the later one.</param>
/// <param name="Jaccard">How alike they are, 0 to 1: <see cref="ShingleSet.Jaccard"/>.</param>
public readonly record struct NearDuplicatePair(int First, int Second, double Jaccard);
