using DialInsight.TextAnalysis.Communities;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.TextAnalysis.Selection;

/// <summary>
/// The best vectors of which no two are too similar: by score, the highest first and of equals the one of the lowest index, each is taken whose cosine with every one that was
/// taken is the limit or less (Liu et al. 2023, "What Makes Good Data for Alignment?", section 4: the representation filter of Deita). Exact, and the same for every number of
/// threads; cosines are compared as 32-bit numbers. A zero vector is similar to nothing.
/// </summary>
public static class DiverseSelection
{
    /// <summary>The cosine above which the paper passes a sample over.</summary>
    public const double Similarity = 0.9;

    /// <summary>The indexes of the chosen, in the order they were taken.</summary>
    /// <param name="vectors">Need not be normalised.</param>
    /// <param name="scores">The score of each, a finite number.</param>
    /// <param name="most">How many are wanted, at least 0; fewer are chosen where the rest is too similar.</param>
    /// <param name="similarity">The highest cosine of two chosen ones, above 0 and below 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">There are not as many scores as vectors, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number or the similarity is out of range.</exception>
    public static IReadOnlyList<int> Choose(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<double> scores, int most, double similarity = Similarity, CancellationToken cancellationToken = default) =>
        Choose(Ranked(vectors, EqualVectors.Group(vectors), scores), vectors.Count, most, similarity, indexes => new SparseJoin([.. indexes.Select(index => vectors[index])], Above(similarity)), cancellationToken);

    /// <summary>The same of dense vectors, all of one length.</summary>
    /// <inheritdoc cref="Choose(IReadOnlyList{SparseVector}, IReadOnlyList{double}, int, double, CancellationToken)"/>
    public static IReadOnlyList<int> Choose(
        IReadOnlyList<float[]> vectors, IReadOnlyList<double> scores, int most, double similarity = Similarity, CancellationToken cancellationToken = default)
    {
        DenseJoin.Check(vectors);
        return Choose(Ranked(vectors, EqualVectors.Group(vectors), scores), vectors.Count, most, similarity, indexes => new DenseJoin([.. indexes.Select(index => vectors[index])], Above(similarity)), cancellationToken);
    }

    private static List<int> Choose(int[] ranked, int count, int most, double similarity, Func<int[], ISimilarityJoin> join, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (!(similarity is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(similarity), similarity, "The similarity is a cosine above 0 and below 1.");
        most = Math.Min(most, count);

        // The best alone are compared first, and twice as many as long as too few of them are left: what is never looked at costs nothing.
        for (long considered = 2L * most; ; considered *= 2)
        {
            int[] best = ranked[..(int)Math.Min(considered, ranked.Length)];
            NeighbourSet[] earlier = join(best).FindEarlierNeighbours(new ParallelOptions { CancellationToken = cancellationToken });
            List<int> chosen = Take(best, earlier, most);
            if (chosen.Count == most || best.Length == ranked.Length)
                return chosen;
        }
    }

    private static List<int> Take(int[] best, NeighbourSet[] earlier, int most)
    {
        List<int> chosen = [];
        var taken = new bool[best.Length];
        for (int place = 0; place < best.Length && chosen.Count < most; place++)
        {
            taken[place] = true;
            foreach (int neighbour in earlier[place])
                taken[place] &= !taken[neighbour];
            if (taken[place])
                chosen.Add(best[place]);
        }

        return chosen;
    }

    /// <summary>Of each group of equal vectors the best, ranked: whatever speaks against the best speaks against the others, and if nothing does it is the best itself.</summary>
    private static int[] Ranked<T>(IReadOnlyList<T> vectors, int[][] groups, IReadOnlyList<double> scores)
    {
        if (scores.Count != vectors.Count)
            throw new ArgumentException($"There are {vectors.Count} vectors but {scores.Count} scores.", nameof(scores));
        if (scores.Any(static score => !double.IsFinite(score)))
            throw new ArgumentException("A score is no finite number.", nameof(scores));
        return [.. groups.Select(group => group.MaxBy(index => scores[index])).OrderByDescending(index => scores[index]).ThenBy(static index => index)];
    }

    /// <summary>The least 32-bit number above a cosine.</summary>
    private static float Above(double similarity) => MathF.BitIncrement((float)similarity);
}
