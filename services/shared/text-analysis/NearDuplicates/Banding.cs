namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>
/// Locality-sensitive hashing by bands (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", section 3.4): a signature is cut into <see cref="Bands"/> bands of
/// <see cref="Rows"/> values, and two sets that agree in all values of any band are candidates. With Jaccard similarity s that happens with
/// a probability of 1 − (1 − sʳ)ᵇ, an S-curve that the parameters put just below the threshold.
/// </summary>
public sealed record Banding
{
    /// <summary>The share of pairs right at the threshold that must become candidates. Pairs above it become so more often.</summary>
    public const double Recall = 0.99;

    /// <summary>The lowest threshold that <see cref="MinHash.Size"/> values can serve.</summary>
    public const double LowestThreshold = 0.1;

    private readonly int _furthest;

    private Banding(double threshold, int bands, int rows)
    {
        (Threshold, Bands, Rows) = (threshold, bands, rows);
        double differing = (1 - threshold) * 3 / 4;
        _furthest = (int)Math.Ceiling((MinHash.Size * differing) + (3.3 * Math.Sqrt(MinHash.Size * differing * (1 - differing))));
    }

    /// <summary>The Jaccard similarity from which on two sets are near duplicates.</summary>
    public double Threshold { get; }

    /// <summary>b: how many bands.</summary>
    public int Bands { get; }

    /// <summary>r: how many values each band has.</summary>
    public int Rows { get; }

    /// <summary>
    /// The parameters for a threshold: the longest bands, which give the fewest false candidates, that still reach <see cref="Recall"/> with <see cref="MinHash.Size"/> values. At 0.8
    /// these are 12 bands of 5: candidates are 99.1 % of the pairs at 0.8, 99.9 % at 0.85, 3 % at 0.3 and 0.1 % at 0.15.
    /// </summary>
    /// <param name="threshold">From <see cref="LowestThreshold"/> to 1.</param>
    public static Banding For(double threshold)
    {
        if (!(threshold is >= LowestThreshold and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, $"From {LowestThreshold} to 1.");
        for (int rows = MinHash.Size; rows > 0; rows--)
        {
            int bands = Needed(threshold, rows);
            if (bands * rows <= MinHash.Size)
                return new Banding(threshold, bands, rows);
        }

        throw new ArgumentOutOfRangeException(nameof(threshold));
    }

    /// <summary>How likely a pair with this Jaccard similarity shares a band.</summary>
    public double Chance(double jaccard) => 1 - Math.Pow(1 - Math.Pow(jaccard, Rows), Bands);

    /// <summary>Writes one key for each band: equal keys of two signatures mean an equal band, but for one pair in 2³².</summary>
    public void WriteKeys(ReadOnlySpan<uint> signature, Span<uint> keys)
    {
        for (int band = 0; band < Bands; band++)
        {
            ulong hash = (ulong)band;
            foreach (uint value in signature.Slice(band * Rows, Rows))
                hash = Shingles.Mix((hash * 0x9E3779B97F4A7C15) + value);
            keys[band] = (uint)(hash >> 32);
        }
    }

    /// <summary>
    /// Whether two sketches are alike enough for sets at the threshold: not more than 3.3 standard deviations further apart than such sets are on average,
    /// which passes over one of some 1,500 of them.
    /// </summary>
    public bool Plausible(Sketch sketch, Sketch other) => sketch.Distance(other) <= _furthest;

    /// <summary>How many bands of so many rows reach the recall; more than there are values for where they are too long.</summary>
    private static int Needed(double threshold, int rows)
    {
        double same = Math.Pow(threshold, rows);
        if (same >= Recall)
            return 1;
        return same * MinHash.Size < 1 ? MinHash.Size + 1 : (int)Math.Ceiling(Math.Log(1 - Recall) / Math.Log(1 - same));
    }
}
