using System.Runtime.InteropServices;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// Sparse vectors scaled to length 1, their terms renumbered from the most to the least frequent and cut into a few bands of equal weight. The
/// norm in each band bounds what a pair can still gain there (Cauchy-Schwarz); kept is a byte of it, rounded up, since most pairs fall by it and memory is what they wait for.
/// </summary>
internal sealed class SparseRows
{
    /// <summary>Bands of terms: as many as bytes in a vector.</summary>
    public const int Bands = 32;

    /// <summary>What stands for a norm of 1.</summary>
    public const int Unit = 255;

    private readonly int[] _starts;
    private readonly int[] _terms;
    private readonly float[] _weights;
    private readonly byte[] _bandNorms;
    private readonly int[] _bandStarts = new int[Bands + 1];

    /// <summary>Copies and renumbers the vectors.</summary>
    public SparseRows(IReadOnlyList<SparseVector> vectors)
    {
        Count = vectors.Count;
        _starts = new int[Count + 1];
        Dictionary<int, int> numbers = NumberByFrequency(vectors);
        _terms = new int[_starts[Count]];
        _weights = new float[_starts[Count]];
        TermCount = numbers.Count;
        for (int row = 0; row < Count; row++)
            Fill(row, vectors[row], numbers);
        NeverNegative = !_weights.AsSpan().ContainsAnyInRange(float.MinValue, -float.Epsilon);
        CutBands();
        _bandNorms = new byte[checked(Count * Bands)];
        for (int row = 0; row < Count; row++)
            MeasureBands(row);
    }

    /// <summary>How many vectors there are.</summary>
    public int Count { get; }

    /// <summary>Whether no weight is negative, as counts are not: then a sum that reaches the threshold stays above it.</summary>
    public bool NeverNegative { get; }

    /// <summary>How many different terms occur.</summary>
    public int TermCount { get; }

    /// <summary>The longest row's number of terms.</summary>
    public int LongestRow => Enumerable.Range(0, Count).Select(row => _starts[row + 1] - _starts[row]).DefaultIfEmpty().Max();

    /// <summary>A row's renumbered terms, ascending: the most frequent first.</summary>
    public ReadOnlySpan<int> Terms(int row) => _terms.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>A row's weights.</summary>
    public ReadOnlySpan<float> Weights(int row) => _weights.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>The norm of a row in each band, in parts of <see cref="Unit"/>, rounded up.</summary>
    public ReadOnlySpan<byte> BandNorms(int row) => _bandNorms.AsSpan(row * Bands, Bands);

    /// <summary>How many bands it takes to hold all terms before a term.</summary>
    public int BandsBelow(int term)
    {
        int bands = 0;
        while (_bandStarts[bands] < term)
            bands++;
        return bands;
    }

    private Dictionary<int, int> NumberByFrequency(IReadOnlyList<SparseVector> vectors)
    {
        var frequencies = new Dictionary<int, int>();
        for (int row = 0; row < Count; row++)
        {
            ReadOnlySpan<int> terms = vectors[row].Terms;
            _starts[row + 1] = checked(_starts[row] + terms.Length);
            foreach (int term in terms)
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, term, out _)++;
        }

        return frequencies.OrderByDescending(static entry => entry.Value).ThenBy(static entry => entry.Key)
            .Select(static (entry, number) => (entry.Key, number)).ToDictionary(static pair => pair.Key, static pair => pair.number);
    }

    private void Fill(int row, SparseVector vector, Dictionary<int, int> numbers)
    {
        Span<int> terms = _terms.AsSpan(_starts[row].._starts[row + 1]);
        Span<float> weights = _weights.AsSpan(_starts[row].._starts[row + 1]);
        for (int index = 0; index < terms.Length; index++)
        {
            terms[index] = numbers[vector.Terms[index]];
            weights[index] = (float)(vector.Weights[index] / vector.Norm);
        }

        terms.Sort(weights);
    }

    /// <summary>Band limits at equal shares of all squared weights, so that each band says as much as another.</summary>
    private void CutBands()
    {
        var mass = new double[TermCount];
        for (int entry = 0; entry < _terms.Length; entry++)
            mass[_terms[entry]] += (double)_weights[entry] * _weights[entry];
        double share = mass.Sum() / Bands;
        double passed = 0;
        int band = 1;
        for (int term = 0; term < TermCount && band < Bands; term++)
        {
            passed += mass[term];
            while (band < Bands && passed >= share * band)
                _bandStarts[band++] = term + 1;
        }

        while (band <= Bands)
            _bandStarts[band++] = TermCount;
    }

    private void MeasureBands(int row)
    {
        Span<byte> norms = _bandNorms.AsSpan(row * Bands, Bands);
        ReadOnlySpan<int> terms = Terms(row);
        ReadOnlySpan<float> weights = Weights(row);
        int index = 0;
        for (int band = 0; band < Bands; band++)
        {
            double squares = 0;
            for (; index < terms.Length && terms[index] < _bandStarts[band + 1]; index++)
                squares += (double)weights[index] * weights[index];
            norms[band] = (byte)Math.Min(Unit, Math.Ceiling(Math.Sqrt(squares) * Unit));
        }
    }
}
