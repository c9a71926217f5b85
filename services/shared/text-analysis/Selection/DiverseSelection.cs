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

    /// <summary>Chooses.</summary>
    /// <param name="vectors">Need not be normalised.</param>
    /// <param name="scores">The score of each, a finite number.</param>
    /// <param name="most">How many are wanted, at least 0; fewer are chosen where the rest is too similar.</param>
    /// <param name="similarity">The highest cosine of two chosen ones, above 0 and below 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">There are not as many scores as vectors, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number or the similarity is out of range.</exception>
    public static DiverseChoice Choose(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<double> scores, int most, double similarity = Similarity, CancellationToken cancellationToken = default) =>
        Choose(Ranked(EqualVectors.Group(vectors), vectors.Count, scores), scores, most, similarity, indexes => new SparseJoin([.. indexes.Select(index => vectors[index])], Above(similarity)), cancellationToken);

    /// <summary>The same of dense vectors, all of one length.</summary>
    /// <inheritdoc cref="Choose(IReadOnlyList{SparseVector}, IReadOnlyList{double}, int, double, CancellationToken)"/>
    public static DiverseChoice Choose(
        IReadOnlyList<float[]> vectors, IReadOnlyList<double> scores, int most, double similarity = Similarity, CancellationToken cancellationToken = default)
    {
        DenseJoin.Check(vectors);
        return Choose(Ranked(EqualVectors.Group(vectors), vectors.Count, scores), scores, most, similarity, indexes => new DenseJoin([.. indexes.Select(index => vectors[index])], Above(similarity)), cancellationToken);
    }

    private static DiverseChoice Choose(int[][] ranked, IReadOnlyList<double> scores, int most, double similarity, Func<int[], ISimilarityJoin> join, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (!(similarity is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(similarity), similarity, "The similarity is a cosine above 0 and below 1.");
        most = Math.Min(most, scores.Count);

        // The best alone are compared first, and twice as many as long as too few of them are left: what is never looked at costs nothing.
        for (long considered = 2L * most; ; considered *= 2)
        {
            int[][] best = ranked[..(int)Math.Min(considered, ranked.Length)];
            ISimilarityJoin near = join([.. best.Select(static group => group[0])]);
            List<Place> places = Take(near.FindEarlierNeighbours(new ParallelOptions { CancellationToken = cancellationToken }), near, most);
            if (places.Count(static place => place.IsTaken) == most || best.Length == ranked.Length)
                return Told(best, places, scores, most);
        }
    }

    /// <summary>Goes through the best until enough are taken.</summary>
    private static List<Place> Take(NeighbourSet[] earlier, ISimilarityJoin near, int most)
    {
        List<Place> places = [];
        for (int place = 0, taken = 0; place < earlier.Length && taken < most; place++)
        {
            var found = new Place(place, 1);
            foreach (int neighbour in earlier[place])
            {
                // Of those that speak against it the most similar is told, and of equals the first.
                if (places[neighbour].IsTaken && near.Similarity(neighbour, place) is var cosine && (found.IsTaken || cosine > found.Cosine))
                    found = new Place(neighbour, cosine, IsTaken: false);
            }

            places.Add(found);
            taken += found.IsTaken ? 1 : 0;
        }

        return places;
    }

    /// <summary>What came of the groups, vector by vector.</summary>
    private static DiverseChoice Told(int[][] best, List<Place> places, IReadOnlyList<double> scores, int most)
    {
        int[] chosen = [.. places.Where(static place => place.IsTaken).Select(place => best[place.At][0])];
        // Once as many are chosen as were wanted, nothing of a lower rank is looked at.
        int last = chosen.Length == most && most > 0 ? chosen[^1] : -1;
        IEnumerable<PassedOver> passed =
            from place in places.Select(static (place, at) => (place, at))
            from member in best[place.at].Skip(place.place.IsTaken ? 1 : 0)
            where last < 0 || scores[member] > scores[last] || (scores[member] == scores[last] && member < last)
            select new PassedOver(member, best[place.place.At][0], place.place.Cosine);
        return new DiverseChoice(chosen, [.. passed.OrderByDescending(passed => scores[passed.Index]).ThenBy(static passed => passed.Index)]);
    }

    /// <summary>Each group of equal vectors by rank, and the groups by their best: whatever speaks against the best speaks against the others, and if nothing does it is the best itself.</summary>
    private static int[][] Ranked(int[][] groups, int count, IReadOnlyList<double> scores)
    {
        if (scores.Count != count)
            throw new ArgumentException($"There are {count} vectors but {scores.Count} scores.", nameof(scores));
        if (scores.Any(static score => !double.IsFinite(score)))
            throw new ArgumentException("A score is no finite number.", nameof(scores));
        return
        [
            .. groups.Select(group => group.OrderByDescending(index => scores[index]).ThenBy(static index => index).ToArray())
                .OrderByDescending(group => scores[group[0]]).ThenBy(static group => group[0]),
        ];
    }

    /// <summary>The least 32-bit number above a cosine.</summary>
    private static float Above(double similarity) => MathF.BitIncrement((float)similarity);

    /// <summary>What came of a group: taken, or passed over for one that was.</summary>
    /// <param name="At">The place of the one that was taken: its own, or another's.</param>
    /// <param name="Cosine">How similar the two are.</param>
    /// <param name="IsTaken">Whether it is its own.</param>
    private readonly record struct Place(int At, float Cosine, bool IsTaken = true);
}
