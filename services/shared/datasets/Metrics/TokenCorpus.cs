using DialInsight.TextAnalysis.Communities;
using DialInsight.TextAnalysis.Selection;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.Datasets.Metrics;

/// <summary>Texts as counts of their tokens, weighted by how rare these are in the texts that are looked at.</summary>
internal sealed class TokenCorpus : ICorpus
{
    /// <summary>θ for token vectors where nobody says.</summary>
    public const double Threshold = 0.82;

    private readonly TokenBags _bags = new();

    public string Encoder => "qwen-tokens-idf";

    public int Waiting => 0;

    public void Add(SourcedText text, IReadOnlyList<int> tokens) => _bags.Add(tokens);

    public Task EncodeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public IReadOnlyList<IReadOnlyList<int>> Communities(IReadOnlyList<int> texts, double threshold, CancellationToken cancellationToken) =>
        CommunityDetection.Detect(_bags.Vectors(texts), threshold, minimumSize: 1, cancellationToken);

    public DiverseChoice Choose(IReadOnlyList<double> scores, int most, double similarity, CancellationToken cancellationToken) =>
        DiverseSelection.Choose(_bags.Vectors([.. Enumerable.Range(0, _bags.Count)]), scores, most, similarity, cancellationToken);
}
