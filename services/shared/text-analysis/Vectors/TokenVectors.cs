using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.TextAnalysis.Vectors;

/// <summary>
/// Token-count vectors of a corpus, each count weighted by the token's inverse document frequency, smoothed:
/// <c>idf(t) = ln((1 + N) / (1 + df(t))) + 1</c>, N texts of which df(t) hold the token. No token weighs nothing, even one that all texts hold.
/// </summary>
public static class TokenVectors
{
    /// <summary>One vector for each text, in order; a text without tokens gives the zero vector.</summary>
    public static IReadOnlyList<SparseVector> Build(
        IReadOnlyList<string> texts, Tokenizer tokenizer, CancellationToken cancellationToken = default)
    {
        var counts = new (int[] Terms, float[] Counts)[texts.Count];
        Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = cancellationToken },
            index => counts[index] = Count(tokenizer.Encode(texts[index])));
        return Weigh(counts);
    }

    /// <summary>One vector for each list of token ids, in order.</summary>
    public static IReadOnlyList<SparseVector> Build(IReadOnlyList<IReadOnlyList<int>> tokens) =>
        Weigh([.. tokens.Select(Count)]);

    private static (int[] Terms, float[] Counts) Count(IReadOnlyList<int> tokens)
    {
        int[] sorted = [.. tokens];
        Array.Sort(sorted);
        var counts = new float[sorted.Length];
        int distinct = 0;
        for (int index = 0; index < sorted.Length; index++)
        {
            if (index > 0 && sorted[index] != sorted[index - 1])
                distinct++;
            sorted[distinct] = sorted[index];
            counts[distinct]++;
        }

        distinct = Math.Min(distinct + 1, sorted.Length);
        return (sorted[..distinct], counts[..distinct]);
    }

    private static SparseVector[] Weigh((int[] Terms, float[] Counts)[] texts)
    {
        var frequencies = new Dictionary<int, int>();
        foreach ((int[] terms, _) in texts)
        {
            foreach (int term in terms)
                frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        }

        Dictionary<int, double> weights = frequencies.ToDictionary(
            static entry => entry.Key, entry => Math.Log((1.0 + texts.Length) / (1.0 + entry.Value)) + 1);
        return Array.ConvertAll(texts, text =>
        {
            for (int index = 0; index < text.Terms.Length; index++)
                text.Counts[index] = (float)(text.Counts[index] * weights[text.Terms[index]]);
            return new SparseVector(text.Terms, text.Counts);
        });
    }
}
