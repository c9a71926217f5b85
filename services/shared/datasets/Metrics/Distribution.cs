namespace DialInsight.Datasets.Metrics;

/// <summary>How whole numbers are spread.</summary>
public sealed record Distribution
{
    /// <summary>The mean.</summary>
    public required double Mean { get; init; }

    /// <summary>The smallest.</summary>
    public required int Minimum { get; init; }

    /// <summary>The value at the middle (nearest rank).</summary>
    public required int Median { get; init; }

    /// <summary>The value that nine of ten do not exceed.</summary>
    public required int Percentile90 { get; init; }

    /// <summary>The value that 99 of 100 do not exceed.</summary>
    public required int Percentile99 { get; init; }

    /// <summary>The largest.</summary>
    public required int Maximum { get; init; }

    /// <summary>The sum.</summary>
    public required long Total { get; init; }

    /// <summary>Counts over intervals of equal width, at most 20, gap-free.</summary>
    public required IReadOnlyList<Bin> Bins { get; init; }
}

/// <summary>How many values are in an interval.</summary>
/// <param name="From">Its first value.</param>
/// <param name="To">The first value after it.</param>
/// <param name="Count">How many.</param>
public sealed record Bin(int From, int To, long Count);
