namespace DialInsight.Datasets.Metrics;

/// <summary>R_k of equal-sized random parts of a data set.</summary>
/// <param name="Mean">The mean over the parts.</param>
/// <param name="Low">The lower end of the 95 % interval: the 2.5th percentile of the parts.</param>
/// <param name="High">The upper end: the 97.5th percentile.</param>
public sealed record RichnessInterval(double Mean, double Low, double High)
{
    /// <summary>The interval of some values, percentiles interpolated between neighbours (Hyndman and Fan 1996, definition 7).</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static RichnessInterval Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("An interval needs at least one value.", nameof(values))
            : new RichnessInterval(sorted.Average(), Percentile(sorted, 0.025), Percentile(sorted, 0.975));
    }

    /// <summary>Whether all of this interval lies above all of another.</summary>
    public bool IsAbove(RichnessInterval other) => Low > other.High;

    private static double Percentile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
