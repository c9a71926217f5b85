namespace DialInsight.TextAnalysis.Communities;

/// <summary>How varied a set of samples is, from its communities.</summary>
public static class Richness
{
    /// <summary>
    /// <c>R_k = Σ min(|G_i|, k) / |D|</c> over the communities G_i of D, after the Dial-insight paper: the share of samples that is left when every
    /// community keeps at most k. Between 0 and 1; 1 where nothing repeats (or k is large).
    /// </summary>
    /// <param name="communities">The communities, without overlap.</param>
    /// <param name="k">How many of a community count, at least 1.</param>
    /// <param name="total">|D|, the number of samples, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">k or the total is below 1.</exception>
    public static double Of(IReadOnlyList<IReadOnlyList<int>> communities, int k, int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        return communities.Sum(community => (double)Math.Min(community.Count, k)) / total;
    }
}
