using DialInsight.TextAnalysis.Selection;
using DialInsight.TextAnalysis.Tests.Communities;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Selection;

public sealed class Diverse_selection
{
    /// <summary>Few directions, few scores: equal vectors, zero vectors, ties and cosines right at the limit are common.</summary>
    private static readonly Arbitrary<(float[] Vector, int Score)[]> SmallCorpora =
        Gen.Choose(-1, 4).Select(static value => (float)value).ArrayOf(3).SelectMany(static vector => Gen.Choose(-2, 3).Select(score => (vector, score))).ArrayOf().ToArbitrary();

    [Fact]
    public void Is_that_of_the_definition() =>
        Prop.ForAll(SmallCorpora, Gen.Choose(0, 12).ToArbitrary(), Gen.Elements(0.5, 0.8, 0.9, 0.96).ToArbitrary(), static (corpus, most, similarity) =>
        {
            float[][] vectors = [.. corpus.Select(static entry => entry.Vector)];
            double[] scores = [.. corpus.Select(static entry => (double)entry.Score)];
            int[] expected = BruteForced(vectors, scores, most, similarity);
            foreach (DiverseChoice choice in (DiverseChoice[])[DiverseSelection.Choose(vectors, scores, most, similarity), DiverseSelection.Choose([.. vectors.Select(BruteForce.Sparse)], scores, most, similarity)])
            {
                Assert.Equal(expected, choice.Chosen);
                Assert.Equal(PassedOver(vectors, scores, expected, most), choice.PassedOver.Select(static passed => passed.Index));
                Assert.All(choice.PassedOver, passed =>
                {
                    Assert.Contains(passed.For, choice.Chosen);
                    Assert.True(passed.Cosine > (float)similarity);
                    Assert.Equal(Cosine(vectors[passed.Index], vectors[passed.For]), passed.Cosine, tolerance: 1e-5f);
                    // Of the chosen ones that rank above it, or above the best of its equals, no other is more similar.
                    int best = Enumerable.Range(0, vectors.Length).Where(index => vectors[index].SequenceEqual(vectors[passed.Index])).MinBy(index => (-scores[index], index));
                    Assert.DoesNotContain(choice.Chosen.TakeWhile(chosen => chosen == best || Ranks(scores, chosen, best)), chosen => Cosine(vectors[passed.Index], vectors[chosen]) > passed.Cosine + 1e-5);
                });
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData(10)]
    [InlineData(250)]
    [InlineData(1000)]
    public void Is_that_of_the_definition_when_the_best_are_too_similar(int most)
    {
        var random = new Random(11);
        float[][] centres = [.. Enumerable.Range(0, 12).Select(_ => Draw(random))];
        // The best scores are all of one direction, so that many must be looked at before enough are found.
        float[][] vectors = [.. Enumerable.Range(0, 1000).Select(index => (float[])[.. centres[index < 400 ? 0 : index % 12].Select(value => value + (float)(random.NextDouble() * index / 900))])];
        double[] scores = [.. Enumerable.Range(0, 1000).Select(static index => 1000.0 - (index / 3))];
        int[] expected = BruteForced(vectors, scores, most, 0.9);
        Assert.InRange(expected.Length, 2, most);
        Assert.Equal(expected, DiverseSelection.Choose(vectors, scores, most).Chosen);
        Assert.Equal(expected, DiverseSelection.Choose([.. vectors.Select(BruteForce.Sparse)], scores, most).Chosen);
    }

    [Fact]
    public void A_cosine_equal_to_the_limit_is_no_hindrance()
    {
        float[][] vectors = [[1, 0], [3, 4], [3.01f, 4]];
        Assert.Equal([0, 1], DiverseSelection.Choose(vectors, [3, 2, 1], 3, 0.6).Chosen);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        float[][] one = [[1, 0]];
        Assert.Throws<ArgumentException>(() => DiverseSelection.Choose(one, [1, 2], 1));
        Assert.Throws<ArgumentException>(() => DiverseSelection.Choose(one, [double.NaN], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiverseSelection.Choose(one, [1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiverseSelection.Choose(one, [1], 1, 1));
        Assert.Empty(DiverseSelection.Choose(Array.Empty<float[]>(), [], 3).Chosen);
    }

    /// <summary>Whatever ranks above the last one that was wanted, or is looked at because fewer are left, and was not chosen.</summary>
    private static int[] PassedOver(float[][] vectors, double[] scores, int[] chosen, int most) =>
    [
        .. Enumerable.Range(0, vectors.Length).Except(chosen).Where(index => most > 0 && (chosen.Length < most || Ranks(scores, index, chosen[^1])))
            .OrderByDescending(index => scores[index]).ThenBy(static index => index),
    ];

    private static bool Ranks(double[] scores, int first, int second) => scores[first] > scores[second] || (scores[first] == scores[second] && first < second);

    private static float[] Draw(Random random) => [.. Enumerable.Range(0, 24).Select(_ => (float)random.NextDouble())];

    private static int[] BruteForced(float[][] vectors, double[] scores, int most, double similarity)
    {
        List<int> chosen = [];
        foreach (int index in Enumerable.Range(0, vectors.Length).OrderByDescending(index => scores[index]).ThenBy(static index => index))
        {
            if (chosen.Count < most && !chosen.Exists(other => Cosine(vectors[index], vectors[other]) > (float)similarity))
                chosen.Add(index);
        }

        return [.. chosen];
    }

    private static float Cosine(float[] left, float[] right)
    {
        double Dot(float[] a, float[] b) => a.Zip(b, static (x, y) => (double)x * y).Sum();
        double norms = Math.Sqrt(Dot(left, left)) * Math.Sqrt(Dot(right, right));
        return norms == 0 ? 0 : (float)(Dot(left, right) / norms);
    }
}
