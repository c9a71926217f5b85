using DialInsight.TextAnalysis.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Vectors;

public sealed class Sparse_vectors
{
    [Fact]
    public void Have_the_cosine_of_their_dense_form()
    {
        SparseVector left = new([1, 4, 9], [1, 2, 2]), right = new([0, 4, 9], [5, 3, 0]);
        Assert.Equal(3, left.Norm, 12);
        Assert.Equal(2, right.Terms.Length);
        Assert.Equal(6 / (3 * Math.Sqrt(34)), left.Cosine(right), 12);
        Assert.Equal(left.Cosine(right), right.Cosine(left));
        Assert.Equal(1, left.Normalized().Norm, 6);
        Assert.Equal(0, left.Cosine(SparseVector.Zero));
    }

    [Fact]
    public void Refuse_what_is_no_sorted_list_of_numbers()
    {
        Assert.Throws<ArgumentException>(static () => new SparseVector([2, 2], [1, 1]));
        Assert.Throws<ArgumentException>(static () => new SparseVector([1], [1, 1]));
        Assert.Throws<ArgumentException>(static () => new SparseVector([1], [float.NaN]));
    }

    [Fact]
    public void Of_tokens_weigh_counts_by_smoothed_inverse_document_frequency()
    {
        IReadOnlyList<SparseVector> vectors = Build([7, 3, 7], [3], []);
        Assert.Equal([3, 7], vectors[0].Terms.ToArray());
        Assert.Equal(Math.Log(4.0 / 3) + 1, vectors[0].Weights[0], 6);
        Assert.Equal(2 * (Math.Log(4.0 / 2) + 1), vectors[0].Weights[1], 6);
        Assert.Equal(0, vectors[2].Norm);
    }

    [Fact]
    public void Of_some_texts_are_those_of_a_corpus_of_their_own() => Prop.ForAll(Gen.Choose(0, 300_000).ListOf().Select(static ids => ids.ToArray()).ListOf().Where(static texts => texts.Count > 0).ToArbitrary(), static texts =>
    {
        var bags = new TokenBags();
        foreach (int[] text in texts)
            bags.Add(text);
        // Every other one, the first of them twice.
        int[] some = [0, .. Enumerable.Range(0, texts.Count).Where(static number => number % 2 == 0)];
        IReadOnlyList<SparseVector> vectors = bags.Vectors(some);
        for (int place = 0; place < some.Length; place++)
        {
            Dictionary<int, double> expected = texts[some[place]].CountBy(static id => id).ToDictionary(
                static entry => entry.Key, entry => entry.Value * (Math.Log((1.0 + some.Length) / (1.0 + some.Count(number => texts[number].Contains(entry.Key)))) + 1));
            Assert.Equal(expected.Keys.Order(), vectors[place].Terms.ToArray());
            Assert.All(vectors[place].Terms.ToArray().Zip(vectors[place].Weights.ToArray()), entry => Assert.Equal(expected[entry.First], entry.Second, 1e-4));
        }

        Assert.Same(vectors[0], vectors[1]);
    }).Check(Config.QuickThrowOnFailure);

    private static IReadOnlyList<SparseVector> Build(params int[][] texts)
    {
        var bags = new TokenBags();
        return bags.Vectors([.. texts.Select(bags.Add)]);
    }
}
