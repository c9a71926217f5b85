using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.Datasets.Metrics;

/// <summary>Measures one of a sample's texts over a data set, sample by sample. Instructions repeat over dialogues: equal texts are read and kept once.</summary>
internal sealed class TextMeter(TextEncoder? encoder)
{
    private readonly Tally _tokens = new();
    private readonly Tally _characters = new();
    private readonly ICorpus _corpus = ICorpus.For(encoder);

    // The text of each sample by its number, and what is known of each text.
    private readonly List<int> _samples = [];
    private readonly Dictionary<UInt128, int> _numbers = [];
    private readonly List<(int Tokens, int Characters)> _sizes = [];

    /// <summary>What the vectors are made of.</summary>
    public string Encoder => _corpus.Encoder;

    /// <summary>How many texts have no vector yet.</summary>
    public int Waiting => _corpus.Waiting;

    /// <summary>Measures the next sample's text and answers its tokens.</summary>
    public int Add(SourcedText text)
    {
        UInt128 hash = Hash(text.Text);
        if (!_numbers.TryGetValue(hash, out int number))
        {
            _numbers[hash] = number = _sizes.Count;
            IReadOnlyList<int> tokens = Tokenizer.Qwen.Encode(text.Text);
            _sizes.Add((tokens.Count, Characters(text.Text)));
            _corpus.Add(text, tokens);
        }

        _samples.Add(number);
        _tokens.Add(_sizes[number].Tokens);
        _characters.Add(_sizes[number].Characters);
        return _sizes[number].Tokens;
    }

    /// <summary>Makes the vectors of texts that wait for one.</summary>
    public Task EncodeAsync(CancellationToken cancellationToken) => _corpus.EncodeAsync(cancellationToken);

    /// <summary>The distribution of tokens.</summary>
    public Distribution Tokens() => _tokens.ToDistribution();

    /// <summary>The distribution of characters.</summary>
    public Distribution Characters() => _characters.ToDistribution();

    /// <summary>The communities, by sample position, the largest first; every sample is in exactly one.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Communities(double threshold, CancellationToken cancellationToken) =>
        _corpus.Communities(_samples, threshold, cancellationToken);

    /// <summary>R_k of some of the samples, as if they were the data set.</summary>
    public double Richness(IReadOnlyList<int> samples, double threshold, int top, CancellationToken cancellationToken)
    {
        int[] drawn = [.. samples.Select(sample => _samples[sample])];
        return TextAnalysis.Communities.Richness.Of(_corpus.Communities(drawn, threshold, cancellationToken), top, drawn.Length);
    }

    private static int Characters(string text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private static UInt128 Hash(string text) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
