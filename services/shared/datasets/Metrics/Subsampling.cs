namespace DialInsight.Datasets.Metrics;

/// <summary>
/// How parts of a data set are drawn: each without replacement, of one size, the same for the same seed. R_k falls as |D| grows, so that only parts of equal size
/// compare; their spread gives the interval (Politis, Romano and Wolf, Subsampling, 1999, chapter 2).
/// </summary>
/// <param name="Size">Samples of a part, at least 1 and at most as many as there are.</param>
/// <param name="Draws">How many parts, at least 1.</param>
/// <param name="Seed">The seed.</param>
public sealed record Subsampling(int Size, int Draws = 100, int Seed = 0)
{
    /// <summary>The positions of one part, ascending.</summary>
    /// <param name="total">How many samples there are.</param>
    /// <param name="draw">Which part, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not from 1 to the total.</exception>
    public IReadOnlyList<int> Draw(int total, int draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Size, total);
        var random = new Random(unchecked((Seed * 1_000_003) + draw));
        int[] positions = [.. Enumerable.Range(0, total)];
        for (int index = 0; index < Size; index++)
        {
            int other = random.Next(index, total);
            (positions[index], positions[other]) = (positions[other], positions[index]);
        }

        int[] drawn = positions[..Size];
        Array.Sort(drawn);
        return drawn;
    }
}
