namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// An inverted index of each row's tail: the rare terms that are left when as many of the frequent ones are dropped as cannot reach the threshold by themselves. Two rows that reach it share a term in
/// both tails.
/// </summary>
internal sealed class SparseIndex
{
    private readonly int[] _tailTerms;
    private readonly byte[] _tailBands;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly float[] _weights;

    /// <summary>Indexes the tails for a threshold that already has its margin for rounding taken off.</summary>
    public SparseIndex(SparseRows rows, float cut)
    {
        _tailTerms = [.. Enumerable.Range(0, rows.Count).Select(row => TailTerm(rows, row, cut))];
        _tailBands = Array.ConvertAll(_tailTerms, term => (byte)rows.BandsBelow(term));
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

    /// <summary>Where in a row its tail starts.</summary>
    public int TailStart(SparseRows rows, int row) => Place(rows.Terms(row), _tailTerms[row]);

    /// <summary>The rows before a row whose tail holds a term, ascending, and the term's weight in each.</summary>
    public void Postings(int term, int before, out ReadOnlySpan<int> rows, out ReadOnlySpan<float> weights)
    {
        rows = _rows.AsSpan(_starts[term].._starts[term + 1]);
        rows = rows[..Place(rows, before)];
        weights = _weights.AsSpan(_starts[term], rows.Length);
    }

    private static int Place(ReadOnlySpan<int> rows, int row)
    {
        int found = rows.BinarySearch(row);
        return found < 0 ? ~found : found;
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
}
