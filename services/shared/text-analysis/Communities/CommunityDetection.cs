using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// Groups of near-equal vectors with the result of sentence-transformers' <c>community_detection</c>: every vector proposes all that have
/// cosine ≥ threshold to it; proposals are taken by size, the largest first and of equals the one of the lowest index; members that an earlier
/// community took are removed and the rest is kept if it is still large enough; communities are then ordered by what they kept.
/// Exact, and the same for every number of threads. Similarities are compared as 32-bit numbers, as the reference does.
/// A zero vector, similar to nothing, is a community of its own, so that with minimum size 1 every vector is in exactly one community.
/// </summary>
public static class CommunityDetection
{
    /// <summary>Communities of sparse vectors: indexes, the most similar to the proposing vector first (of equals the lowest), largest community first.</summary>
    /// <param name="vectors">Need not be normalised.</param>
    /// <param name="threshold">Lowest cosine of neighbours, above 0 and at most 1.</param>
    /// <param name="minimumSize">Smallest community that is kept; more than there are vectors means all of them.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold or the minimum size is out of range.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Detect(
        IReadOnlyList<SparseVector> vectors, double threshold, int minimumSize = 1, CancellationToken cancellationToken = default) =>
        Detect(vectors, threshold, minimumSize, Environment.ProcessorCount, cancellationToken);

    /// <summary>Communities of sparse vectors, found by at most <paramref name="threads"/> threads.</summary>
    /// <inheritdoc cref="Detect(IReadOnlyList{SparseVector}, double, int, CancellationToken)"/>
    public static IReadOnlyList<IReadOnlyList<int>> Detect(
        IReadOnlyList<SparseVector> vectors, double threshold, int minimumSize, int threads, CancellationToken cancellationToken)
    {
        Check(threshold, minimumSize, threads);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        int[][] groups = EqualVectors.Group(vectors);
        return Detect(new SparseJoin(new MadeList<SparseVector>(groups.Length, group => vectors[groups[group][0]]), (float)threshold), groups, Math.Min(minimumSize, vectors.Count), options);
    }

    /// <summary>Communities of dense vectors, all of one length.</summary>
    /// <inheritdoc cref="Detect(IReadOnlyList{SparseVector}, double, int, CancellationToken)"/>
    /// <exception cref="ArgumentException">Vectors differ in length or hold a number that is not finite.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Detect(
        IReadOnlyList<float[]> vectors, double threshold, int minimumSize = 1, CancellationToken cancellationToken = default) =>
        Detect(vectors, threshold, minimumSize, Environment.ProcessorCount, cancellationToken);

    /// <summary>Communities of dense vectors, found by at most <paramref name="threads"/> threads.</summary>
    /// <inheritdoc cref="Detect(IReadOnlyList{float[]}, double, int, CancellationToken)"/>
    public static IReadOnlyList<IReadOnlyList<int>> Detect(
        IReadOnlyList<float[]> vectors, double threshold, int minimumSize, int threads, CancellationToken cancellationToken)
    {
        Check(threshold, minimumSize, threads);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        DenseJoin.Check(vectors);
        int[][] groups = EqualVectors.Group(vectors);
        return Detect(new DenseJoin([.. groups.Select(group => vectors[group[0]])], (float)threshold), groups, Math.Min(minimumSize, vectors.Count), options);
    }

    private static IReadOnlyList<IReadOnlyList<int>> Detect(
        ISimilarityJoin join, int[][] groups, int minimumSize, ParallelOptions options)
    {
        NeighbourSet[] neighbours = Neighbourhoods.Mirror(join.FindEarlierNeighbours(options), options.CancellationToken);
        return new GreedyExtraction(join, neighbours, groups, minimumSize).Extract(options.CancellationToken);
    }

    private static void Check(double threshold, int minimumSize, int threads)
    {
        if (!(threshold > 0 && threshold <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold is a cosine above 0 and at most 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
    }
}
