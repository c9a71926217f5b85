using System.Text;

namespace DialInsight.Conversations.Parsing.Encodings;

/// <summary>A text as UTF-8, whatever its encoding.</summary>
internal static class DecodedStream
{
    /// <summary>A stream of the text in UTF-8, and the encoding it was in.</summary>
    public static async Task<(PeekedStream Text, TextEncoding Encoding)> OpenAsync(PeekedStream body, TextEncoding? declared, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> start = await body.PeekAsync(cancellationToken);
        TextEncoding encoding = Marked(start.Span) ?? declared ?? EncodingDetection.Of(start.Span, start.Length < PeekedStream.Look);
        if (encoding == TextEncoding.Utf8)
            return (body, encoding);
        Stream transcoded = Encoding.CreateTranscodingStream(body, encoding.Encoding, TextEncoding.Utf8.Encoding, leaveOpen: true);
        return (new PeekedStream(transcoded), encoding);
    }

    // A mark is the text's own word; what a request says of it may be a default that nobody thought about.
    private static TextEncoding? Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Utf8,
        [0xFF, 0xFE, ..] => TextEncoding.Utf16,
        [0xFE, 0xFF, ..] => TextEncoding.Utf16BigEndian,
        _ => null,
    };
}
