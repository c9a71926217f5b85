using System.Buffers;
using System.Text;

namespace DialInsight.Conversations.Parsing.Encodings;

/// <summary>Tells the encoding of a text by how it begins.</summary>
internal static class EncodingDetection
{
    // What every Chinese text is full of, in either script.
    private const string Frequent =
        "，。？！、：；“”的一是了不在有我他这個个们來来到时時大地为為子中你说說生国國年着著就那和要她出也得里裡后後自以会會家可下而过過天去"
        + "能对對小多然于於心学學么麼之都好看起发發当當没沒成只如事把还還用第样樣道想作种種开開美总總从從无無情己面最女但现現前些所同日手又行意"
        + "动動方期它头頭经經长長儿兒回位分爱愛老因很给給名法间間知什两兩次使身者被高已其进進此话話常与與活正感您请請问問吗嗎吧呢房谢謝号號元";

    private static readonly HashSet<char> s_frequent = [.. Frequent];

    /// <summary>
    /// The encoding; UTF-8 where it is none of the others: what is not UTF-8 then is refused where it stands. Archives are not to be asked about.
    /// </summary>
    /// <param name="start">The first bytes.</param>
    /// <param name="whole">Whether they are all: otherwise the last character may be cut.</param>
    public static TextEncoding Of(ReadOnlySpan<byte> start, bool whole)
    {
        if (start.StartsWith("\uFEFF"u8))
            return TextEncoding.Utf8;
        if (start is [0xFF, 0xFE, ..])
            return TextEncoding.Utf16;
        if (start is [0xFE, 0xFF, ..])
            return TextEncoding.Utf16BigEndian;
        if (WideWithoutMark(start) is { } wide)
            return wide;
        if (IsMostlyUtf8(start))
            return TextEncoding.Utf8;

        double chinese = Likeness(start, whole, TextEncoding.Gb18030), traditional = Likeness(start, whole, TextEncoding.Big5);
        if (chinese <= 0 && traditional <= 0)
            return TextEncoding.Utf8;
        return traditional > chinese ? TextEncoding.Big5 : TextEncoding.Gb18030;
    }

    /// <summary>One record with broken bytes does not make a file another encoding's: its other letters, which no other encoding writes so, tell.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> start)
    {
        int good = 0, broken = 0;
        while (!start.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(start, out Rune rune, out int length);
            good += status == OperationStatus.Done && !rune.IsAscii ? 1 : 0;
            broken += status == OperationStatus.InvalidData ? 1 : 0;
            start = start[Math.Max(1, length)..];
        }

        return broken * 4 <= good;
    }

    /// <summary>Every other byte of Latin text in UTF-16 is zero, which no text in another encoding holds; what JSON and tables consist of is enough.</summary>
    private static TextEncoding? WideWithoutMark(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> look = start[..Math.Min(start.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (int index = 0; index < look.Length; index += 2)
        {
            even += look[index] == 0 ? 1 : 0;
            odd += look[index + 1] == 0 ? 1 : 0;
        }

        int enough = Math.Max(2, look.Length / 20);
        return odd >= enough && even == 0 ? TextEncoding.Utf16 : even >= enough && odd == 0 ? TextEncoding.Utf16BigEndian : null;
    }

    /// <summary>The share of frequent characters among those beyond ASCII; 0 where the bytes are no Chinese in this encoding.</summary>
    private static double Likeness(ReadOnlySpan<byte> start, bool whole, TextEncoding encoding)
    {
        if (Decode(encoding, start, whole) is not { } text)
            return 0;
        int beyond = text.Count(letter => letter >= 0x80), frequent = text.Count(s_frequent.Contains), odd = text.Count(IsOdd);
        return beyond == 0 || odd * 10 > beyond ? 0 : frequent / (double)beyond is var share && share >= 0.05 ? share : 0;
    }

    // Letters of other scripts, private use and half-width kana: what wrong decodings are full of.
    private static bool IsOdd(char letter) => letter is (>= '\u0080' and < '\u2000') or (>= '\uE000' and <= '\uF8FF') or (>= '\uFF61' and <= '\uFF9F');

    private static string? Decode(TextEncoding encoding, ReadOnlySpan<byte> start, bool whole)
    {
        try
        {
            Decoder decoder = encoding.Encoding.GetDecoder();
            char[] letters = new char[encoding.Encoding.GetMaxCharCount(start.Length)];
            return new string(letters, 0, decoder.GetChars(start, letters, flush: whole));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
