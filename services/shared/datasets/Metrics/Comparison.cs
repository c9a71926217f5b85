namespace DialInsight.Datasets.Metrics;

/// <summary>The richness of two data sets at equal size.</summary>
/// <param name="With">What the second is called.</param>
/// <param name="Parts">How parts were drawn of both.</param>
/// <param name="A">The richness of the first one's parts.</param>
/// <param name="B">The richness of the second one's parts.</param>
public sealed record Comparison(string With, Subsampling Parts, PerText<RichnessInterval> A, PerText<RichnessInterval> B)
{
    /// <summary>The most samples of a part where nobody says how many: parts of this size tell sets apart whose richness differs by some hundredths.</summary>
    public const int LargestPart = 2000;

    /// <summary>The size of the parts where nobody says: half of the smaller set, so that parts differ, and at most <see cref="LargestPart"/>.</summary>
    /// <param name="first">The samples of one data set, at least 1.</param>
    /// <param name="second">The samples of the other, at least 1.</param>
    public static int PartSize(int first, int second) => Math.Clamp(Math.Min(first, second) / 2, 1, LargestPart);

    /// <summary>Compares what two collectors took.</summary>
    /// <param name="a">The first data set.</param>
    /// <param name="b">The second.</param>
    /// <param name="with">What the second is called.</param>
    /// <param name="parts">How parts are drawn; null for 100 of <see cref="PartSize"/> by seed 42.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A data set holds fewer samples than a part takes, or none.</exception>
    public static Comparison Of(MetricsCollector a, MetricsCollector b, string with, Subsampling? parts = null, CancellationToken cancellationToken = default)
    {
        parts ??= new Subsampling(PartSize(a.Count, b.Count), Seed: 42);
        return new Comparison(with, parts, a.Intervals(parts, cancellationToken), b.Intervals(parts, cancellationToken));
    }
}
