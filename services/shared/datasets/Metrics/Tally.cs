namespace DialInsight.Datasets.Metrics;

/// <summary>Counts whole numbers as they pass, and tells their distribution exactly. Memory grows with the different values, not with their number.</summary>
public sealed class Tally
{
    private const int MostBins = 20;
    private readonly SortedDictionary<int, long> _counts = [];
    private long _count;
    private long _sum;

    /// <summary>Counts one value.</summary>
    public void Add(int value)
    {
        _counts[value] = _counts.GetValueOrDefault(value) + 1;
        _count++;
        _sum += value;
    }

    /// <summary>The distribution of what was counted.</summary>
    /// <exception cref="InvalidOperationException">Nothing was counted.</exception>
    public Distribution ToDistribution()
    {
        if (_count == 0)
            throw new InvalidOperationException("A distribution needs at least one value.");
        return new Distribution
        {
            Mean = (double)_sum / _count,
            Minimum = _counts.First().Key,
            Median = Quantile(0.5),
            Percentile90 = Quantile(0.9),
            Percentile99 = Quantile(0.99),
            Maximum = _counts.Last().Key,
            Total = _sum,
            Bins = Bins(),
        };
    }

    /// <summary>The smallest value that at least this share of the values do not exceed (nearest rank).</summary>
    private int Quantile(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * _count));
        long seen = 0;
        foreach ((int value, long count) in _counts)
        {
            seen += count;
            if (seen >= rank)
                return value;
        }

        return _counts.Last().Key;
    }

    private List<Bin> Bins()
    {
        int first = _counts.First().Key;
        int width = Width(_counts.Last().Key - first + 1);
        int start = first / width * width;
        var bins = new List<Bin>();
        foreach ((int value, long count) in _counts)
        {
            int index = (value - start) / width;
            while (bins.Count <= index)
                bins.Add(new Bin(start + (bins.Count * width), start + ((bins.Count + 1) * width), 0));
            bins[index] = bins[index] with { Count = bins[index].Count + count };
        }

        return bins;
    }

    /// <summary>A width of 1, 2 or 5 times a power of ten that needs no more than the most bins.</summary>
    private static int Width(int range)
    {
        for (int power = 1; ; power *= 10)
        {
            foreach (int step in (int[])[1, 2, 5])
            {
                if ((long)step * power * (MostBins - 1) >= range)
                    return step * power;
            }
        }
    }
}
