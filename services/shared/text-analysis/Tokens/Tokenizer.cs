using System.Buffers;
using System.Text;

namespace DialInsight.TextAnalysis.Tokens;

/// <summary>
/// Byte-level byte-pair encoding with a published vocabulary. Special tokens' surface forms are plain text; a lone surrogate is read as
/// U+FFFD. Immutable: any number of threads may share one. A vocabulary is read on first use and kept.
/// </summary>
public sealed class Tokenizer
{
    private static readonly Lazy<Tokenizer> LazyQwen = new(() => new("qwen", new(1, casedWords: false), composes: true));
    private static readonly Lazy<Tokenizer> LazyO200k = new(() => new("o200k_base", new(3, casedWords: true), composes: false));
    private static readonly Lazy<Tokenizer> LazyCl100k = new(() => new("cl100k_base", new(3, casedWords: false), composes: false));

    private readonly RankTable _ranks;
    private readonly PieceSplitter _splitter;
    private readonly bool _composes;

    private Tokenizer(string name, PieceSplitter splitter, bool composes)
    {
        (Name, _splitter, _composes) = (name, splitter, composes);
        _ranks = RankTable.Load($"{name}.tiktoken.gz");
    }

    /// <summary>The tokenizer of the Qwen models, 1 to 3 alike: 151,643 ordinary tokens, text composed to Unicode NFC first.</summary>
    public static Tokenizer Qwen => LazyQwen.Value;

    /// <summary>OpenAI's <c>o200k_base</c>: 199,998 ordinary tokens.</summary>
    public static Tokenizer O200k => LazyO200k.Value;

    /// <summary>OpenAI's <c>cl100k_base</c>: 100,256 ordinary tokens.</summary>
    public static Tokenizer Cl100k => LazyCl100k.Value;

    /// <summary>The names that <see cref="ForEncoding"/> knows.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["qwen", "o200k_base", "cl100k_base"];

    /// <summary>The encoding's name, one of <see cref="Encodings"/>.</summary>
    public string Name { get; }

    /// <summary>The tokenizer of an encoding by name.</summary>
    /// <exception cref="ArgumentException">The name is none of <see cref="Encodings"/>.</exception>
    public static Tokenizer ForEncoding(string name) => name switch
    {
        "qwen" => Qwen,
        "o200k_base" => O200k,
        "cl100k_base" => Cl100k,
        _ => throw new ArgumentException($"Unknown encoding '{name}'; known are {string.Join(", ", Encodings)}.", nameof(name)),
    };

    /// <summary>How many tokens a text has.</summary>
    public int Count(ReadOnlySpan<char> text) => Encode(text, null);

    /// <summary>The ids of a text's tokens, in order.</summary>
    public IReadOnlyList<int> Encode(ReadOnlySpan<char> text)
    {
        var ids = new List<int>();
        Encode(text, ids);
        return ids;
    }

    /// <summary>The pieces that merging never crosses; joined they are the text, composed where the encoding composes.</summary>
    public IReadOnlyList<string> Split(ReadOnlySpan<char> text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_composes ? CanonicalComposition.Compose(text).ToArray() : text.ToArray());
        var pieces = new List<string>();
        for (int start = 0, end; start < bytes.Length; start = end)
        {
            end = _splitter.EndOfPiece(bytes, start);
            pieces.Add(Encoding.UTF8.GetString(bytes, start, end - start));
        }

        return pieces;
    }

    private int Encode(ReadOnlySpan<char> text, List<int>? ids)
    {
        ReadOnlySpan<char> composed = _composes ? CanonicalComposition.Compose(text) : text;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(composed.Length));
        try
        {
            int length = Encoding.UTF8.GetBytes(composed, buffer);
            return EncodePieces(buffer.AsSpan(0, length), ids);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private int EncodePieces(ReadOnlySpan<byte> text, List<int>? ids)
    {
        int count = 0;
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = _splitter.EndOfPiece(text, start);
            count += BytePairMerge.Encode(_ranks, text[start..end], ids);
        }

        return count;
    }
}
