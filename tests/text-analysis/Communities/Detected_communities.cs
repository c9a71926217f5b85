using DialInsight.TextAnalysis.Communities;
using DialInsight.TextAnalysis.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Communities;

public sealed class Detected_communities
{
    /// <summary>Small whole numbers in few dimensions: equal vectors, zero vectors and similarities exactly at the threshold are common.</summary>
    private static readonly Arbitrary<float[][]> SmallCorpora =
        Gen.Choose(-1, 4).Select(static value => (float)value).ArrayOf(3).ArrayOf().ToArbitrary();

    private static readonly double[] Thresholds = [0.3, 0.6, 0.8, 0.82, 0.95, 1];

    [Fact]
    public void Are_those_of_the_definition_for_any_small_corpus() =>
        Prop.ForAll(SmallCorpora, Gen.Elements(Thresholds).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), static (vectors, threshold, minimumSize) =>
        {
            List<List<int>> expected = BruteForce.Detect(vectors, threshold, minimumSize);
            Assert.Equal(expected, CommunityDetection.Detect(vectors, threshold, minimumSize));
            Assert.Equal(expected, CommunityDetection.Detect([.. vectors.Select(BruteForce.Sparse)], threshold, minimumSize));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(1, 400, 40, 0.25, 0.6)]
    [InlineData(2, 300, 500, 0.05, 0.5)]
    [InlineData(3, 450, 120, 0.2, 0.82)]
    [InlineData(4, 200, 7, 0.9, 0.97)]
    [InlineData(6, 3000, 64, 0.2, 0.82)]
    public void Are_those_of_the_definition_for_larger_corpora(int seed, int count, int dimensions, double density, double threshold)
    {
        float[][] vectors = Corpus(seed, count, dimensions, density);
        List<List<int>> expected = BruteForce.Detect(vectors, threshold, 1);
        Assert.Contains(expected, static community => community.Count > 1);
        Assert.Equal(expected, CommunityDetection.Detect(vectors, threshold));
        Assert.Equal(expected, CommunityDetection.Detect([.. vectors.Select(BruteForce.Sparse)], threshold));
    }

    [Fact]
    public void Hold_every_vector_exactly_once_at_minimum_size_one() =>
        Prop.ForAll(SmallCorpora, static vectors =>
            CommunityDetection.Detect(vectors, 0.82).SelectMany(static community => community).Order().SequenceEqual(Enumerable.Range(0, vectors.Length)))
        .Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Do_not_depend_on_the_number_of_threads(int threads)
    {
        float[][] dense = Corpus(5, 900, 60, 0.3);
        SparseVector[] sparse = [.. dense.Select(BruteForce.Sparse)];
        Assert.Equal(
            CommunityDetection.Detect(dense, 0.7, 1, 1, CancellationToken.None), CommunityDetection.Detect(dense, 0.7, 1, threads, CancellationToken.None));
        Assert.Equal(
            CommunityDetection.Detect(sparse, 0.7, 1, 1, CancellationToken.None), CommunityDetection.Detect(sparse, 0.7, 1, threads, CancellationToken.None));
    }

    [Fact]
    public void Keep_their_sizes_when_separate_groups_are_shuffled()
    {
        // Ties may go to other vectors in another order; groups that do not touch one another may not.
        float[][] vectors = [.. Enumerable.Range(0, 40).Select(static index => OneHot(10, index % 10, 1 + index))];
        var random = new Random(3);
        float[][] shuffled = [.. vectors.OrderBy(_ => random.Next())];
        Assert.Equal(Sizes(CommunityDetection.Detect(vectors, 0.9)), Sizes(CommunityDetection.Detect(shuffled, 0.9)));
    }

    [Fact]
    public void Of_equal_proposals_the_lowest_index_is_taken_first()
    {
        // A chain in which each is a neighbour of the next: 1, 2 and 3 propose three each. 1 goes first and leaves 2 with only 3, 3 with only 4.
        float[][] chain = [Angle(0), Angle(29), Angle(59), Angle(87), Angle(118)];
        Assert.Equal([[1, 0, 2], [3], [4]], Detect(0.8, 1, chain));
    }

    [Fact]
    public void What_an_overlap_leaves_is_kept_when_it_is_large_enough()
    {
        // As above, but a rest of one is too small: 3 comes to its turn with itself and 4 still free.
        float[][] chain = [Angle(0), Angle(29), Angle(59), Angle(87), Angle(118)];
        Assert.Equal([[1, 0, 2], [3, 4]], Detect(0.8, 2, chain));
        Assert.Equal([[1, 0, 2]], Detect(0.8, 3, chain));
    }

    [Fact]
    public void Are_ordered_by_what_they_kept_and_not_by_what_was_proposed()
    {
        // The second proposal (of 4) loses all but one to the first (of 5), and falls behind a separate pair.
        float[][] vectors = [Angle(0), Angle(10), Angle(20), Angle(30), Angle(40), Angle(50), [0, 0, 1], [0, 0, 2]];
        Assert.Equal([5, 2, 1], Sizes(CommunityDetection.Detect(vectors, 0.93)));
    }

    [Fact]
    public void A_similarity_equal_to_the_threshold_is_enough() =>
        Assert.Equal([[0, 1]], Detect(0.6, 1, [3, 4], [1, 0]));

    [Fact]
    public void Zero_vectors_are_alone() => Assert.Equal([[1, 3], [0], [2]], Detect(0.1, 1, [0, 0], [1, 0], [0, 0], [1, 0]));

    [Fact]
    public void Of_nothing_there_are_none()
    {
        Assert.Empty(CommunityDetection.Detect(Array.Empty<float[]>(), 0.8));
        Assert.Empty(CommunityDetection.Detect(Array.Empty<SparseVector>(), 0.8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_threshold_that_is_no_positive_cosine_is_refused(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CommunityDetection.Detect(Array.Empty<SparseVector>(), threshold));

    [Fact]
    public void Dense_vectors_of_different_lengths_or_with_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(static () => CommunityDetection.Detect([[1, 2], [1]], 0.5));
        Assert.Throws<ArgumentException>(static () => CommunityDetection.Detect([[float.NaN]], 0.5));
    }

    [Fact]
    public void A_cancelled_search_stops() => Assert.ThrowsAny<OperationCanceledException>(static () =>
        CommunityDetection.Detect(Corpus(1, 50, 5, 0.5), 0.5, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Thousands_of_equal_vectors_are_one_community()
    {
        SparseVector[] vectors = [.. Enumerable.Repeat(new SparseVector([1, 5], [1, 2]), 4000)];
        Assert.Equal(Enumerable.Range(0, 4000), Assert.Single(CommunityDetection.Detect(vectors, 0.82)));
    }

    private static IReadOnlyList<IReadOnlyList<int>> Detect(double threshold, int minimumSize, params float[][] vectors)
    {
        IReadOnlyList<IReadOnlyList<int>> dense = CommunityDetection.Detect(vectors, threshold, minimumSize);
        Assert.Equal(dense, CommunityDetection.Detect([.. vectors.Select(BruteForce.Sparse)], threshold, minimumSize));
        return dense;
    }

    private static float[] Angle(double degrees) =>
        [(float)Math.Cos(degrees / 180 * Math.PI), (float)Math.Sin(degrees / 180 * Math.PI), 0];

    private static float[] OneHot(int dimensions, int place, float value)
    {
        var vector = new float[dimensions];
        vector[place] = value;
        return vector;
    }

    private static IEnumerable<int> Sizes(IReadOnlyList<IReadOnlyList<int>> communities) => communities.Select(static community => community.Count);

    /// <summary>Sparse counts round a few centres, some vectors empty.</summary>
    private static float[][] Corpus(int seed, int count, int dimensions, double density)
    {
        var random = new Random(seed);
        float[][] centres = [.. Enumerable.Range(0, 8).Select(_ => Draw())];
        return [.. Enumerable.Range(0, count).Select(index =>
            index % 50 == 49 ? new float[dimensions] : [.. centres[random.Next(8)].Select(value => random.NextDouble() < 0.85 ? value : random.Next(0, 3))])];

        float[] Draw() => [.. Enumerable.Range(0, dimensions).Select(_ => random.NextDouble() < density ? random.Next(1, 6) : 0f)];
    }
}
