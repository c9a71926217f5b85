using System.Text.Json;

namespace DialInsight.Ingest.Parsing;

/// <summary>Tells the format of a body by its content type, its file name, and where those say nothing by how it begins.</summary>
internal static class FormatDetection
{
    private static readonly Dictionary<string, TranscriptFormat> s_extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".json"] = TranscriptFormat.Json,
        [".jsonl"] = TranscriptFormat.JsonLines,
        [".ndjson"] = TranscriptFormat.JsonLines,
        [".txt"] = TranscriptFormat.Text,
        [".text"] = TranscriptFormat.Text,
        [".zip"] = TranscriptFormat.Zip,
    };

    private static readonly Dictionary<string, TranscriptFormat> s_contentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/json"] = TranscriptFormat.Json,
        ["application/x-ndjson"] = TranscriptFormat.JsonLines,
        ["application/ndjson"] = TranscriptFormat.JsonLines,
        ["application/jsonl"] = TranscriptFormat.JsonLines,
        ["application/x-jsonlines"] = TranscriptFormat.JsonLines,
        ["text/plain"] = TranscriptFormat.Text,
        ["application/zip"] = TranscriptFormat.Zip,
    };

    /// <summary>What can be read, for error messages.</summary>
    public const string Known = "JSON, JSON Lines, text of “speaker: words” lines, or a ZIP of these";

    /// <summary>The format of a named file; null when the name ends in something that cannot be read.</summary>
    public static TranscriptFormat? OfFile(string name) =>
        s_extensions.TryGetValue(Path.GetExtension(name), out TranscriptFormat format) ? format : null;

    /// <summary>The format that a content type names; null when it says nothing (none, or <c>application/octet-stream</c>).</summary>
    /// <param name="contentType">The media type without parameters.</param>
    /// <param name="format">The format, or null.</param>
    /// <returns>False when it names something that cannot be read.</returns>
    public static bool TryOfContentType(string? contentType, out TranscriptFormat? format)
    {
        format = null;
        if (string.IsNullOrEmpty(contentType) || contentType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!s_contentTypes.TryGetValue(contentType, out TranscriptFormat known))
            return false;

        format = known;
        return true;
    }

    /// <summary>The format by the first bytes. What begins like JSON and goes on after the first line's object is JSON Lines.</summary>
    public static TranscriptFormat OfContent(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8))
            return TranscriptFormat.Zip;

        ReadOnlySpan<byte> text = Utf8Bom.Skip(start).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return TranscriptFormat.Text;

        return text[0] switch
        {
            (byte)'{' => IsObjectOnOneLine(text) ? TranscriptFormat.JsonLines : TranscriptFormat.Json,
            (byte)'[' when !LooksLikeTimedText(text) => TranscriptFormat.Json,
            _ => TranscriptFormat.Text,
        };
    }

    private static bool IsObjectOnOneLine(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'\n');
        var reader = new Utf8JsonReader(end < 0 ? text : text[..end], new JsonReaderOptions { MaxDepth = IngestLimits.JsonDepth });
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth == 0;
        }
        catch (JsonException)
        {
            // A long first line is cut off where the look ends; a pretty-printed object ends its first line inside itself.
            return end < 0 && text.Length > 1 << 15;
        }
    }

    // "[00:12] speaker: words" begins like an array too.
    private static bool LooksLikeTimedText(ReadOnlySpan<byte> text)
    {
        int close = text.IndexOf((byte)']');
        return close is > 0 and < 16 && text[1..close].Contains((byte)':') && text[1..close].IndexOfAny((byte)'"', (byte)'{') < 0;
    }
}
