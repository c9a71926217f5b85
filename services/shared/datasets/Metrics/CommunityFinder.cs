using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DialInsight.TextAnalysis.Communities;
using DialInsight.TextAnalysis.Tokens;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.Datasets.Metrics;

/// <summary>Collects texts as tokens and finds their communities.</summary>
internal sealed class CommunityFinder
{
    /// <summary>What the vectors are made of.</summary>
    public const string Encoder = "qwen-tokens-idf";

    private readonly List<IReadOnlyList<int>> _texts = [];

    // Instructions repeat over dialogues: equal texts share one list of tokens.
    private readonly Dictionary<UInt128, int> _firstOf = [];

    /// <summary>Adds the next sample's text and answers how many tokens it has.</summary>
    public int Add(string text)
    {
        UInt128 hash = Hash(text);
        if (!_firstOf.TryGetValue(hash, out int first))
        {
            _firstOf[hash] = first = _texts.Count;
            _texts.Add(Tokenizer.Qwen.Encode(text));
        }
        else
        {
            _texts.Add(_texts[first]);
        }

        return _texts[first].Count;
    }

    /// <summary>The communities by sample position, the largest first; every sample is in exactly one.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Find(double threshold, CancellationToken cancellationToken) => Find(_texts, threshold, cancellationToken);

    /// <summary>R_k of some of the samples, as if they were the data set.</summary>
    public double Richness(IReadOnlyList<int> samples, MetricsOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<int>[] drawn = [.. samples.Select(sample => _texts[sample])];
        return TextAnalysis.Communities.Richness.Of(Find(drawn, options.Threshold, cancellationToken), options.Top, drawn.Length);
    }

    private static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<IReadOnlyList<int>> texts, double threshold, CancellationToken cancellationToken) =>
        CommunityDetection.Detect(TokenVectors.Build(texts), threshold, minimumSize: 1, cancellationToken);

    private static UInt128 Hash(string text) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
