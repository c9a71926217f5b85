using System.Numerics;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>One thread's search of the index: room for the sums of a row with all that lie before it, reused from row to row.</summary>
internal sealed class SparseProbe(SparseRows rows, SparseIndex index, float threshold, float margin, Func<int, int, float> exact)
{
    private readonly float[] _sums = new float[rows.Count];
    private readonly bool[] _seen = new bool[rows.Count];
    private readonly List<int> _candidates = [];
    private readonly List<int> _found = [];
    private readonly float[] _row = new float[rows.TermCount];

    /// <summary>The rows before <paramref name="row"/> that reach the threshold with it. The list is this probe's own, good until the next call.</summary>
    public List<int> FindEarlier(int row)
    {
        _found.Clear();
        Gather(row);
        Spread(row, clear: false);
        foreach (int candidate in _candidates)
        {
            float sum = _sums[candidate];
            (_sums[candidate], _seen[candidate]) = (0, false);
            if (Reaches(row, candidate, sum))
                _found.Add(candidate);
        }

        Spread(row, clear: true);
        _candidates.Clear();
        return _found;
    }

    /// <summary>Sums over the terms that lie in both tails.</summary>
    private void Gather(int row)
    {
        ReadOnlySpan<int> terms = rows.Terms(row);
        ReadOnlySpan<float> weights = rows.Weights(row);
        for (int place = index.TailStart(rows, row); place < terms.Length; place++)
        {
            index.Postings(terms[place], out ReadOnlySpan<int> others, out ReadOnlySpan<float> otherWeights);
            float weight = weights[place];
            for (int posting = 0; posting < others.Length; posting++)
            {
                int other = others[posting];
                if (other >= row)
                    break;
                if (!_seen[other])
                {
                    _seen[other] = true;
                    _candidates.Add(other);
                }

                _sums[other] += weight * otherWeights[posting];
            }
        }
    }

    private bool Reaches(int row, int candidate, float sum)
    {
        int band = Math.Max(index.TailBand(row), index.TailBand(candidate));
        if (sum + Bound(rows.BandNorms(row)[..band], rows.BandNorms(candidate)[..band]) < threshold - margin)
            return false;
        float similarity = AddHead(sum, candidate, rows.BandStart(band));
        return similarity >= threshold + margin
            || (similarity >= threshold - margin && exact(row, candidate) >= threshold);
    }

    /// <summary>At most what two rows have in common in some bands.</summary>
    private static float Bound(ReadOnlySpan<float> norms, ReadOnlySpan<float> otherNorms)
    {
        float sum = 0;
        int band = 0;
        for (; band + Vector<float>.Count <= norms.Length; band += Vector<float>.Count)
            sum += Vector.Dot(new Vector<float>(norms[band..]), new Vector<float>(otherNorms[band..]));
        for (; band < norms.Length; band++)
            sum += norms[band] * otherNorms[band];
        return sum;
    }

    /// <summary>Adds the products of a candidate's terms below <paramref name="end"/>, which were not gathered, at most until the threshold is passed.</summary>
    private float AddHead(float sum, int candidate, int end)
    {
        ReadOnlySpan<int> terms = rows.Terms(candidate);
        ReadOnlySpan<float> weights = rows.Weights(candidate);
        float enough = rows.NeverNegative ? threshold + margin : float.PositiveInfinity;
        for (int place = 0; place < terms.Length && terms[place] < end && sum < enough; place++)
            sum += weights[place] * _row[terms[place]];
        return sum;
    }

    private void Spread(int row, bool clear)
    {
        ReadOnlySpan<int> terms = rows.Terms(row);
        for (int place = 0; place < terms.Length; place++)
            _row[terms[place]] = clear ? 0 : rows.Weights(row)[place];
    }
}
