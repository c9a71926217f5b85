namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// An inverted index of each row's tail: the rare terms that are left when as many bands of frequent terms are dropped as cannot reach the
/// threshold by themselves. Two rows that reach it share a term in both tails.
/// </summary>
internal sealed class SparseIndex
{
    private readonly int[] _tailBands;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly float[] _weights;

    /// <summary>Indexes the tails for a threshold that already has its margin for rounding taken off.</summary>
    public SparseIndex(SparseRows rows, float cut)
    {
        _tailBands = [.. Enumerable.Range(0, rows.Count).Select(row => TailBand(rows.BandNorms(row), cut))];
        _starts = new int[rows.TermCount + 1];
        for (int row = 0; row < rows.Count; row++)
        {
            foreach (int term in rows.Terms(row)[TailStart(rows, row)..])
                _starts[term + 1]++;
        }

        for (int term = 0; term < rows.TermCount; term++)
            _starts[term + 1] += _starts[term];
        _rows = new int[_starts[^1]];
        _weights = new float[_starts[^1]];
        int[] filled = _starts[..^1];
        for (int row = 0; row < rows.Count; row++)
        {
            int start = TailStart(rows, row);
            for (int index = start; index < rows.Terms(row).Length; index++)
            {
                int place = filled[rows.Terms(row)[index]]++;
                (_rows[place], _weights[place]) = (row, rows.Weights(row)[index]);
            }
        }
    }

    /// <summary>The first band of a row's tail.</summary>
    public int TailBand(int row) => _tailBands[row];

    /// <summary>Where in a row its tail starts.</summary>
    public int TailStart(SparseRows rows, int row)
    {
        int found = rows.Terms(row).BinarySearch(rows.BandStart(_tailBands[row]));
        return found < 0 ? ~found : found;
    }

    /// <summary>The rows whose tail holds a term, ascending, and the term's weight in each.</summary>
    public void Postings(int term, out ReadOnlySpan<int> rows, out ReadOnlySpan<float> weights)
    {
        rows = _rows.AsSpan(_starts[term].._starts[term + 1]);
        weights = _weights.AsSpan(_starts[term].._starts[term + 1]);
    }

    private static int TailBand(ReadOnlySpan<float> norms, float cut)
    {
        double squares = 0;
        for (int band = 0; band < norms.Length; band++)
        {
            squares += (double)norms[band] * norms[band];
            if (squares >= (double)cut * cut)
                return band;
        }

        return norms.Length;
    }
}
