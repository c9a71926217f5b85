using DialInsight.Datasets.Metrics;
using DialInsight.TextAnalysis.Selection;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.Datasets.Selection;

/// <summary>
/// Chooses the samples that are worth most and differ (Deita, Liu et al. 2023): score = complexity × quality, greedy, passing over what is too similar to a chosen one.
/// </summary>
/// <param name="encoder">What makes the vectors that samples are compared by; null for counts of tokens.</param>
public sealed class SampleSelection(TextEncoder? encoder = null)
{
    private readonly ICorpus _corpus = ICorpus.For(encoder);
    private readonly List<double> _scores = [];

    /// <summary>How many samples there are so far.</summary>
    public int Count => _scores.Count;

    /// <summary>What the vectors are made of.</summary>
    public string Encoder => _corpus.Encoder;

    /// <summary>A score from what a model thinks of each level from 1 on: <c>Σ k·p_k</c>, the weights taken as shares. Votes are weights too.</summary>
    /// <param name="weights">The probability, or the votes, of level 1, 2 and so on.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or none is above 0.</exception>
    public static double Expected(IReadOnlyList<double> weights)
    {
        double whole = weights.Sum();
        return weights.Any(static weight => !(weight >= 0)) || !(whole > 0 && double.IsFinite(whole))
            ? throw new ArgumentException("Weights of levels are 0 or more, one of them above 0.", nameof(weights))
            : weights.Select((weight, index) => (index + 1) * weight).Sum() / whole;
    }

    /// <summary>Adds the next sample.</summary>
    /// <param name="text">All of its texts.</param>
    /// <param name="complexity">How complex what is asked is; 1 where nobody knows.</param>
    /// <param name="quality">How good the answer is; 1 where nobody knows.</param>
    public void Add(SourcedText text, double complexity, double quality)
    {
        _corpus.Add(text, encoder is null ? Tokenizer.Qwen.Encode(text.Text) : []);
        _scores.Add(complexity * quality);
    }

    /// <summary>Has the encoder make the vectors of samples that wait for one, when so many do: <see cref="TextEncoder.Batch"/> now and then, 1 before choosing.</summary>
    public Task EncodeAsync(int atLeast, CancellationToken cancellationToken) => _corpus.Waiting >= atLeast ? _corpus.EncodeAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Chooses: the positions of the chosen, the best first, and what was passed over for them.</summary>
    /// <param name="most">How many are wanted.</param>
    /// <param name="similarity">The highest cosine of two chosen ones.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">Texts wait for the encoder.</exception>
    public DiverseChoice Choose(int most, double similarity = DiverseSelection.Similarity, CancellationToken cancellationToken = default) => _corpus.Waiting == 0
        ? _corpus.Choose(_scores, most, similarity, cancellationToken)
        : throw new InvalidOperationException("Texts wait for the encoder: EncodeAsync with 1 comes before choosing.");
}
