using System.Collections.Concurrent;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// All pairs of sparse vectors above a threshold through an inverted index: prefix filtering finds the candidates, a bound by bands drops
/// most of them, the rest are summed. What is near the threshold is summed again in 64 bits.
/// </summary>
internal sealed class SparseJoin : ISimilarityJoin
{
    private readonly IReadOnlyList<SparseVector> _vectors;
    private readonly float _threshold;
    private readonly float _margin;
    private readonly SparseRows _rows;
    private readonly SparseIndex _index;

    /// <summary>Copies and indexes the vectors.</summary>
    public SparseJoin(IReadOnlyList<SparseVector> vectors, float threshold)
    {
        (_vectors, _threshold) = (vectors, threshold);
        _rows = new SparseRows(vectors);

        // The rounding error of a sum of that many products of unit vectors, in any order.
        _margin = (_rows.LongestRow + SparseRows.Bands + 16) * 6e-8f;
        _index = new SparseIndex(_rows, threshold - _margin);
    }

    /// <inheritdoc/>
    public float Similarity(int first, int second) => first == second ? 1 : (float)_vectors[first].Cosine(_vectors[second]);

    /// <inheritdoc/>
    public NeighbourSet[] FindEarlierNeighbours(ParallelOptions options)
    {
        var found = new NeighbourSet[_rows.Count];
        // Tasks come and go as long as it lasts, and a probe is large.
        var probes = new ConcurrentBag<SparseProbe>();
        Parallel.For(0, _rows.Count, options, () => probes.TryTake(out SparseProbe? free) ? free : new SparseProbe(_rows, _index, _threshold, _margin, Similarity), (turn, _, probe) =>
        {
            // The last rows have the most before them: taken first, they leave no long tail.
            int row = _rows.Count - 1 - turn;
            found[row] = NeighbourSet.Of(probe.FindEarlier(row), limit: row);
            return probe;
        }, probes.Add);
        return found;
    }
}
