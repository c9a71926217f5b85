using System.Text;

namespace DialInsight.Datasets.Metrics;

/// <summary>Measures one of a sample's texts over a data set, sample by sample.</summary>
internal sealed class TextMeter
{
    private readonly Tally _tokens = new();
    private readonly Tally _characters = new();
    private readonly CommunityFinder _communities = new();

    /// <summary>Measures the next sample's text and answers its tokens.</summary>
    public int Add(string text)
    {
        int tokens = _communities.Add(text);
        _tokens.Add(tokens);
        _characters.Add(Characters(text));
        return tokens;
    }

    /// <summary>The distribution of tokens.</summary>
    public Distribution Tokens() => _tokens.ToDistribution();

    /// <summary>The distribution of characters.</summary>
    public Distribution Characters() => _characters.ToDistribution();

    /// <summary>The communities, by sample position, the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Communities(double threshold, CancellationToken cancellationToken) => _communities.Find(threshold, cancellationToken);

    /// <summary>R_k of some of the samples.</summary>
    public double Richness(IReadOnlyList<int> samples, MetricsOptions options, CancellationToken cancellationToken) =>
        _communities.Richness(samples, options, cancellationToken);

    private static int Characters(string text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
