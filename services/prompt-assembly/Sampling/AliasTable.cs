namespace DialInsight.PromptAssembly.Sampling;

/// <summary>Weighted draws in O(1) each after O(n) preparation: the alias method (Walker 1977, in Vose's 1991 form).</summary>
public sealed class AliasTable
{
    private readonly double[] _probability;
    private readonly int[] _alias;

    /// <summary>Prepares draws with these weights.</summary>
    /// <param name="weights">At least one; finite, not negative, and not all zero.</param>
    /// <exception cref="ArgumentException">The weights are not such.</exception>
    public AliasTable(IReadOnlyList<double> weights)
    {
        double sum = weights.Sum();
        if (weights.Count == 0 || weights.Any(weight => weight < 0) || !(sum > 0) || !double.IsFinite(sum))
            throw new ArgumentException("Weights must be finite, not negative and not all zero.", nameof(weights));

        _probability = new double[weights.Count];
        _alias = new int[weights.Count];
        double[] scaled = [.. weights.Select(weight => weight * weights.Count / sum)];
        var small = new Stack<int>(Enumerable.Range(0, scaled.Length).Where(index => scaled[index] < 1));
        var large = new Stack<int>(Enumerable.Range(0, scaled.Length).Where(index => scaled[index] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            int less = small.Pop();
            int more = large.Pop();
            _probability[less] = scaled[less];
            _alias[less] = more;
            scaled[more] = scaled[more] + scaled[less] - 1;
            (scaled[more] < 1 ? small : large).Push(more);
        }

        // What is left over is 1 but for rounding.
        foreach (int index in small.Concat(large))
            _probability[index] = 1;
    }

    /// <summary>Draws an index with its weight's probability.</summary>
    public int Draw(SeededRandom random)
    {
        int column = random.Below(_probability.Length);
        return random.Unit() < _probability[column] ? column : _alias[column];
    }
}
