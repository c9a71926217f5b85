using System.Numerics;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// All pairs of dense vectors, block by block so that both blocks stay in the cache, half of the matrix only. Sums in 32 bits decide what is
/// clearly above or below the threshold; what is near it is summed again in 64.
/// </summary>
internal sealed class DenseJoin : ISimilarityJoin
{
    /// <summary>Rows in a block: a multiple of what <see cref="DenseTile"/> takes at once, small enough for two blocks in a level-2 cache.</summary>
    private const int BlockRows = 192;

    /// <summary>Rows that stay in the level-1 cache while a block passes by.</summary>
    private const int InnerRows = 4 * DenseTile.Rows;

    private readonly IReadOnlyList<float[]> _vectors;
    private readonly double[] _norms;
    private readonly float _threshold;
    private readonly float _margin;
    private readonly int _stride;
    private readonly int _rows;
    private readonly float[] _units;

    /// <summary>Copies the vectors, scaled to length 1 and padded with zeros.</summary>
    public DenseJoin(IReadOnlyList<float[]> vectors, float threshold)
    {
        (_vectors, _threshold) = (vectors, threshold);
        int dimensions = vectors.Count == 0 ? 0 : vectors[0].Length;
        _stride = RoundUp(dimensions, Vector<float>.Count);
        _rows = RoundUp(vectors.Count, InnerRows * DenseTile.Columns);
        _norms = [.. vectors.Select(Norm)];
        if ((long)_rows * _stride > Array.MaxLength)
            throw new ArgumentException($"{vectors.Count} vectors of {dimensions} numbers are more than fit into memory.", nameof(vectors));
        _units = new float[_rows * _stride];
        for (int row = 0; row < vectors.Count; row++)
            Scale(row);

        // The rounding error of a sum of unit vectors' products in lanes of four and more, and of the scaling.
        _margin = (dimensions / 4 + 16) * 6e-8f;
    }

    /// <summary>Refuses vectors of different lengths and numbers that are not finite.</summary>
    /// <exception cref="ArgumentException">Names the first vector that is no good.</exception>
    public static void Check(IReadOnlyList<float[]> vectors)
    {
        for (int index = 0; index < vectors.Count; index++)
        {
            if (vectors[index].Length != vectors[0].Length)
                throw new ArgumentException($"Vector {index} has {vectors[index].Length} numbers where the first has {vectors[0].Length}.", nameof(vectors));
            if (Array.Exists(vectors[index], static value => !float.IsFinite(value)))
                throw new ArgumentException($"Vector {index} holds a number that is not finite.", nameof(vectors));
        }
    }

    /// <inheritdoc/>
    public float Similarity(int first, int second) => first == second ? 1 : Exact(first, second);

    /// <inheritdoc/>
    public NeighbourSet[] FindEarlierNeighbours(ParallelOptions options)
    {
        var found = new NeighbourSet[_vectors.Count];
        int blocks = (_rows + BlockRows - 1) / BlockRows;

        // The last blocks have the most before them: taken first, they leave no long tail.
        Parallel.For(0, blocks, options, turn => JoinBlock((blocks - 1 - turn) * BlockRows, found, options.CancellationToken));
        return found;
    }

    private void JoinBlock(int first, NeighbourSet[] found, CancellationToken cancellationToken)
    {
        int end = Math.Min(first + BlockRows, _rows);
        var lists = new List<int>[end - first];
        for (int row = 0; row < lists.Length; row++)
            lists[row] = [];
        for (int other = 0; other <= first; other += BlockRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int otherEnd = Math.Min(other + BlockRows, end);
            for (int inner = first; inner < end; inner += InnerRows)
                JoinInner(inner, other, otherEnd, lists.AsSpan(inner - first));
        }

        for (int row = first; row < Math.Min(end, found.Length); row++)
            found[row] = NeighbourSet.Of(lists[row - first], limit: row);
    }

    private void JoinInner(int inner, int other, int otherEnd, Span<List<int>> lists)
    {
        Span<float> scores = stackalloc float[DenseTile.Rows * DenseTile.Columns];
        float cut = _threshold - _margin;
        for (int column = other; column < otherEnd; column += DenseTile.Columns)
        {
            for (int row = inner; row < inner + InnerRows; row += DenseTile.Rows)
            {
                if (DenseTile.Multiply(_units, row * _stride, column * _stride, _stride, scores) >= cut)
                    Keep(row, column, scores, lists[(row - inner)..]);
            }
        }
    }

    private void Keep(int row, int column, ReadOnlySpan<float> scores, Span<List<int>> lists)
    {
        for (int place = 0; place < scores.Length; place++)
        {
            int first = row + (place / DenseTile.Columns);
            int second = column + (place % DenseTile.Columns);
            if (second < first && Reaches(scores[place], first, second))
                lists[place / DenseTile.Columns].Add(second);
        }
    }

    private bool Reaches(float score, int first, int second) =>
        score >= _threshold + _margin || (score >= _threshold - _margin && Exact(first, second) >= _threshold);

    private float Exact(int first, int second)
    {
        float[] left = _vectors[first], right = _vectors[second];
        double sum = 0;
        for (int index = 0; index < left.Length; index++)
            sum += (double)left[index] * right[index];
        double norms = _norms[first] * _norms[second];
        return norms == 0 ? 0 : (float)(sum / norms);
    }

    private void Scale(int row)
    {
        if (_norms[row] == 0)
            return;
        float[] vector = _vectors[row];
        for (int index = 0; index < vector.Length; index++)
            _units[(row * _stride) + index] = (float)(vector[index] / _norms[row]);
    }

    private static double Norm(float[] vector)
    {
        double squares = 0;
        foreach (float value in vector)
            squares += (double)value * value;
        return Math.Sqrt(squares);
    }

    private static int RoundUp(int value, int step) => (value + step - 1) / step * step;
}
