namespace DialInsight.Conversations.Parsing.Encodings;

/// <summary>The mark that some editors put before UTF-8.</summary>
internal static class Utf8Bom
{
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;
}
