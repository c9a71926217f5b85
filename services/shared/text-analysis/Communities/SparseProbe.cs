using System.Runtime.Intrinsics;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>One thread's search of the index: room for the sums of a row with all that lie before it, reused from row to row.</summary>
internal sealed class SparseProbe
{
    private readonly SparseRows _rows;
    private readonly SparseIndex _index;
    private readonly float _threshold;
    private readonly float _margin;
    private readonly Func<int, int, float> _exact;

    // Not a number where a row has not been met.
    private readonly float[] _sums;
    private readonly int[] _candidates;
    private readonly float[] _row;

    // The norms of the row in its first bands, for every number of them.
    private readonly byte[] _firstNorms = new byte[(SparseRows.Bands + 1) * SparseRows.Bands];
    private readonly List<int> _found = [];

    /// <summary>Takes room.</summary>
    public SparseProbe(SparseRows rows, SparseIndex index, float threshold, float margin, Func<int, int, float> exact)
    {
        (_rows, _index, _threshold, _margin, _exact) = (rows, index, threshold, margin, exact);
        (_sums, _candidates, _row) = (new float[rows.Count], new int[rows.Count], new float[rows.TermCount]);
        Array.Fill(_sums, float.NaN);
    }

    /// <summary>The rows before <paramref name="row"/> that reach the threshold with it. The list is this probe's own, good until the next call.</summary>
    public List<int> FindEarlier(int row)
    {
        _found.Clear();
        int count = Gather(row);
        Spread(row, clear: false);
        for (int bands = 1; bands <= SparseRows.Bands; bands++)
            _rows.BandNorms(row)[..bands].CopyTo(_firstNorms.AsSpan(bands * SparseRows.Bands));
        foreach (int candidate in _candidates.AsSpan(0, count))
        {
            float sum = _sums[candidate];
            _sums[candidate] = float.NaN;
            if (Reaches(row, candidate, sum))
                _found.Add(candidate);
        }

        Spread(row, clear: true);
        return _found;
    }

    /// <summary>Sums over the terms that lie in both tails; answers how many rows share any.</summary>
    private int Gather(int row)
    {
        ReadOnlySpan<int> terms = _rows.Terms(row);
        ReadOnlySpan<float> weights = _rows.Weights(row);
        Span<float> sums = _sums;
        Span<int> candidates = _candidates;
        int count = 0;
        for (int place = _index.TailStart(_rows, row); place < terms.Length; place++)
        {
            _index.Postings(terms[place], row, out ReadOnlySpan<int> others, out ReadOnlySpan<float> otherWeights);
            float weight = weights[place];
            for (int posting = 0; posting < others.Length; posting++)
            {
                int other = others[posting];
                ref float sum = ref sums[other];
                if (float.IsNaN(sum))
                {
                    candidates[count++] = other;
                    sum = 0;
                }

                sum += weight * otherWeights[posting];
            }
        }

        return count;
    }

    private bool Reaches(int row, int candidate, float sum)
    {
        int bands = Math.Max(_index.TailBand(row), _index.TailBand(candidate));
        if (sum + Bound(_firstNorms.AsSpan(bands * SparseRows.Bands, SparseRows.Bands), _rows.BandNorms(candidate)) < _threshold - _margin)
            return false;
        float similarity = AddHead(sum, candidate, Math.Max(_index.TailTerm(row), _index.TailTerm(candidate)));
        return similarity >= _threshold + _margin
            || (similarity >= _threshold - _margin && _exact(row, candidate) >= _threshold);
    }

    /// <summary>At most what two rows have in common in some bands.</summary>
    private static float Bound(ReadOnlySpan<byte> norms, ReadOnlySpan<byte> otherNorms)
    {
        (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.Create(norms));
        (Vector256<ushort> otherLow, Vector256<ushort> otherHigh) = Vector256.Widen(Vector256.Create(otherNorms));
        (Vector256<uint> first, Vector256<uint> second) = Vector256.Widen(low * otherLow);
        (Vector256<uint> third, Vector256<uint> fourth) = Vector256.Widen(high * otherHigh);
        return Vector256.Sum(first + second + third + fourth) * (1f / (SparseRows.Unit * SparseRows.Unit));
    }

    /// <summary>Adds the products of a candidate's terms below <paramref name="end"/>, which were not gathered, at most until the threshold is passed.</summary>
    private float AddHead(float sum, int candidate, int end)
    {
        ReadOnlySpan<int> terms = _rows.Terms(candidate);
        ReadOnlySpan<float> weights = _rows.Weights(candidate);
        float enough = _rows.NeverNegative ? _threshold + _margin : float.PositiveInfinity;
        for (int place = 0; place < terms.Length && terms[place] < end && sum < enough; place++)
            sum += weights[place] * _row[terms[place]];
        return sum;
    }

    private void Spread(int row, bool clear)
    {
        ReadOnlySpan<int> terms = _rows.Terms(row);
        for (int place = 0; place < terms.Length; place++)
            _row[terms[place]] = clear ? 0 : _rows.Weights(row)[place];
    }
}
