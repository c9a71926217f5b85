using DialInsight.TextAnalysis.Tokens;
using DialInsight.TextAnalysis.Vectors;

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
        IReadOnlyList<SparseVector> vectors = TokenVectors.Build([[7, 3, 7], [3], []]);
        Assert.Equal([3, 7], vectors[0].Terms.ToArray());
        Assert.Equal(Math.Log(4.0 / 3) + 1, vectors[0].Weights[0], 6);
        Assert.Equal(2 * (Math.Log(4.0 / 2) + 1), vectors[0].Weights[1], 6);
        Assert.Equal(0, vectors[2].Norm);
    }

    [Fact]
    public void Of_texts_are_those_of_their_tokens()
    {
        string[] texts = ["看房 看房", "the flat", ""];
        IReadOnlyList<SparseVector> expected = TokenVectors.Build([.. texts.Select(text => Tokenizer.Qwen.Encode(text))]);
        IReadOnlyList<SparseVector> actual = TokenVectors.Build(texts, Tokenizer.Qwen);
        Assert.Equal(expected.Select(static vector => vector.Weights.ToArray()), actual.Select(static vector => vector.Weights.ToArray()));
        Assert.Equal(0, actual[0].Cosine(actual[1]));
    }
}
