using System.Text;

namespace DialInsight.Conversations.Parsing.Encodings;

/// <summary>An encoding that texts come in: what it is called, and how it is read. Bytes that are none of its characters are an error, never a guess.</summary>
internal sealed class TextEncoding
{
    private TextEncoding(string name, Encoding encoding) => (Name, Encoding) = (name, encoding);

    public static TextEncoding Utf8 { get; } = new("UTF-8", new UTF8Encoding(false, throwOnInvalidBytes: true));

    public static TextEncoding Utf16 { get; } = new("UTF-16LE", new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true));

    public static TextEncoding Utf16BigEndian { get; } = new("UTF-16BE", new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true));

    /// <summary>The national standard of the mainland; GBK and GB 2312 are parts of it.</summary>
    public static TextEncoding Gb18030 { get; } = new("GB18030", Page(54936));

    public static TextEncoding Big5 { get; } = new("Big5", Page(950));

    public string Name { get; }

    public Encoding Encoding { get; }

    /// <summary>The encoding of a charset's name; null where it is not read here.</summary>
    public static TextEncoding? Named(string charset) => charset.Trim('"', ' ').ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "us-ascii" or "ascii" => Utf8,
        "utf-16" or "utf-16le" => Utf16,
        "utf-16be" => Utf16BigEndian,
        "gb18030" or "gbk" or "gb2312" or "cp936" => Gb18030,
        "big5" or "big5-hkscs" or "cp950" => Big5,
        _ => null,
    };

    private static Encoding Page(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
