namespace DialInsight.TextAnalysis.Vectors;

/// <summary>A vector of which only the entries that are not zero are kept: term ids ascending, and a weight for each.</summary>
public sealed class SparseVector
{
    private readonly int[] _terms;
    private readonly float[] _weights;

    /// <summary>Takes copies of sorted terms and their weights; weights of zero are left out.</summary>
    /// <exception cref="ArgumentException">Lengths differ, terms are not strictly ascending, or a weight is not finite.</exception>
    public SparseVector(ReadOnlySpan<int> terms, ReadOnlySpan<float> weights)
    {
        if (terms.Length != weights.Length)
            throw new ArgumentException($"There are {terms.Length} terms but {weights.Length} weights.", nameof(weights));
        int kept = terms.Length - weights.Count(0f);
        (_terms, _weights) = (new int[kept], new float[kept]);
        double squares = 0;
        for (int index = 0, place = 0; index < terms.Length; index++)
        {
            if (index > 0 && terms[index] <= terms[index - 1])
                throw new ArgumentException($"Term {terms[index]} at {index} is not above the one before it.", nameof(terms));
            if (!float.IsFinite(weights[index]))
                throw new ArgumentException($"The weight of term {terms[index]} is not a finite number.", nameof(weights));
            if (weights[index] == 0)
                continue;
            (_terms[place], _weights[place]) = (terms[index], weights[index]);
            squares += (double)weights[index] * weights[index];
            place++;
        }

        Norm = Math.Sqrt(squares);
    }

    /// <summary>The vector without entries.</summary>
    public static SparseVector Zero { get; } = new([], []);

    /// <summary>Term ids, strictly ascending.</summary>
    public ReadOnlySpan<int> Terms => _terms;

    /// <summary>The weight of each term, none of them zero.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>The Euclidean length; 0 only for the zero vector.</summary>
    public double Norm { get; }

    /// <summary>The vector of the same direction and of length 1; the zero vector stays what it is.</summary>
    public SparseVector Normalized()
    {
        var weights = new float[_weights.Length];
        for (int index = 0; index < weights.Length; index++)
            weights[index] = (float)(_weights[index] / Norm);
        return new SparseVector(_terms, weights);
    }

    /// <summary>The scalar product.</summary>
    public double Dot(SparseVector other)
    {
        ReadOnlySpan<int> theirs = other._terms;
        double sum = 0;
        for (int mine = 0, their = 0; mine < _terms.Length && their < theirs.Length;)
        {
            int order = _terms[mine].CompareTo(theirs[their]);
            if (order == 0)
                sum += (double)_weights[mine] * other._weights[their];
            if (order <= 0)
                mine++;
            if (order >= 0)
                their++;
        }

        return sum;
    }

    /// <summary>The cosine of the angle between two vectors, -1 to 1; 0 where one of them is the zero vector.</summary>
    public double Cosine(SparseVector other) =>
        Norm == 0 || other.Norm == 0 ? 0 : Math.Clamp(Dot(other) / (Norm * other.Norm), -1, 1);
}
