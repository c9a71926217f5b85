namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// An inverted index of each row's tail: the rare terms that are left when as many of the frequent ones are dropped as cannot reach the threshold by themselves. Two rows that reach it share a term in
/// both tails.
/// </summary>
internal sealed class SparseIndex
{
    /// <summary>The share of the rows whose tails begin in few enough bands for <see cref="Reach"/>.</summary>
    private const double Reaching = 0.95;

    private readonly int[] _tailTerms;
    private readonly int[] _tailBands;
    private readonly float[] _reaches;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly float[] _weights;

    /// <summary>Indexes the tails for a threshold that already has its margin for rounding taken off.</summary>
    public SparseIndex(SparseRows rows, float cut)
    {
        _tailTerms = [.. Enumerable.Range(0, rows.Count).Select(row => TailTerm(rows, row, cut))];
        _tailBands = Array.ConvertAll(_tailTerms, rows.BandsBelow);
        _reaches = Reaches(rows);
        _starts = new int[rows.TermCount + 1];
        for (int row = 0; row < rows.Count; row++)
        {
            foreach (int term in rows.Terms(row)[TailStart(rows, row)..])
                _starts[term + 1]++;
        }

        for (int term = 0; term < rows.TermCount; term++)
            _starts[term + 1] = checked(_starts[term] + _starts[term + 1]);
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

    /// <summary>The first term of a row's tail; one past the last term where it has none.</summary>
    public int TailTerm(int row) => _tailTerms[row];

    /// <summary>How many bands hold all terms before a row's tail.</summary>
    public int TailBand(int row) => _tailBands[row];

    /// <summary>
    /// The norm of a row over the bands before which most rows' tails begin; infinite for a row whose own does not. What two rows have in common outside of both tails is at most the product of the two.
    /// </summary>
    public float Reach(int row) => _reaches[row];

    /// <summary>Where in a row its tail starts.</summary>
    public int TailStart(SparseRows rows, int row)
    {
        int found = rows.Terms(row).BinarySearch(_tailTerms[row]);
        return found < 0 ? ~found : found;
    }

    /// <summary>The rows before a row whose tail holds a term, ascending, and the term's weight in each.</summary>
    public void Postings(int term, int before, out ReadOnlySpan<int> rows, out ReadOnlySpan<float> weights)
    {
        rows = _rows.AsSpan(_starts[term].._starts[term + 1]);
        int found = rows.BinarySearch(before);
        rows = rows[..(found < 0 ? ~found : found)];
        weights = _weights.AsSpan(_starts[term], rows.Length);
    }

    private static int TailTerm(SparseRows rows, int row, float cut)
    {
        ReadOnlySpan<float> weights = rows.Weights(row);
        double squares = 0;
        for (int place = 0; place < weights.Length; place++)
        {
            squares += (double)weights[place] * weights[place];
            if (squares >= (double)cut * cut)
                return rows.Terms(row)[place];
        }

        return rows.TermCount;
    }

    private float[] Reaches(SparseRows rows)
    {
        int[] ordered = [.. _tailBands.Order()];
        int bands = ordered.Length == 0 ? 0 : ordered[(int)(Reaching * (ordered.Length - 1))];
        return [.. Enumerable.Range(0, rows.Count).Select(row => _tailBands[row] <= bands ? Norm(rows.BandNorms(row)[..bands]) : float.PositiveInfinity)];
    }

    private static float Norm(ReadOnlySpan<float> norms)
    {
        double squares = 0;
        foreach (float norm in norms)
            squares += (double)norm * norm;
        return (float)Math.Sqrt(squares);
    }
}
