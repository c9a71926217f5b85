using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DialInsight.Conversations.Parsing.Encodings;
using DialInsight.Conversations.Parsing.Json;
using DialInsight.Conversations.Parsing.Tables;
using DialInsight.Conversations.Parsing.Timed;

namespace DialInsight.Conversations.Parsing;

/// <summary>Tells the format of a body by its content type, its file name, and where those say nothing by how it begins.</summary>
public static partial class FormatDetection
{
    private static readonly Dictionary<string, TranscriptFormat> s_extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".json"] = TranscriptFormat.Json,
        [".jsonl"] = TranscriptFormat.JsonLines,
        [".ndjson"] = TranscriptFormat.JsonLines,
        [".csv"] = TranscriptFormat.Table,
        [".tsv"] = TranscriptFormat.Table,
        [".tab"] = TranscriptFormat.Table,
        [".txt"] = TranscriptFormat.Text,
        [".text"] = TranscriptFormat.Text,
        [".log"] = TranscriptFormat.Text,
        [".md"] = TranscriptFormat.Markdown,
        [".markdown"] = TranscriptFormat.Markdown,
        [".srt"] = TranscriptFormat.Cues,
        [".vtt"] = TranscriptFormat.Cues,
        [".textgrid"] = TranscriptFormat.TextGrid,
        [".nlp"] = TranscriptFormat.WordRows,
        [".zip"] = TranscriptFormat.Zip,
    };

    private static readonly Dictionary<string, TranscriptFormat> s_contentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/json"] = TranscriptFormat.Json,
        ["application/x-ndjson"] = TranscriptFormat.JsonLines,
        ["application/ndjson"] = TranscriptFormat.JsonLines,
        ["application/jsonl"] = TranscriptFormat.JsonLines,
        ["application/x-jsonlines"] = TranscriptFormat.JsonLines,
        ["text/csv"] = TranscriptFormat.Table,
        ["text/tab-separated-values"] = TranscriptFormat.Table,
        ["text/plain"] = TranscriptFormat.Text,
        ["text/markdown"] = TranscriptFormat.Markdown,
        ["text/vtt"] = TranscriptFormat.Cues,
        ["application/x-subrip"] = TranscriptFormat.Cues,
        ["text/srt"] = TranscriptFormat.Cues,
        ["application/zip"] = TranscriptFormat.Zip,
    };

    /// <summary>What can be read, for error messages.</summary>
    public const string Known =
        "JSON, JSON Lines, CSV or TSV, text of “speaker: words” lines or a chat's export, Markdown, SRT, WebVTT, TextGrid, .nlp word rows, or a ZIP of these";

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

    /// <summary>Whether the first bytes are an archive's.</summary>
    internal static bool IsArchive(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8);

    /// <summary>
    /// The format by the first bytes and by what the name or content type said: that a file is JSON or text leaves open which of JSON or text.
    /// </summary>
    /// <param name="start">UTF-8.</param>
    /// <param name="said">What was said; null for nothing.</param>
    /// <param name="context">The request.</param>
    internal static TranscriptFormat OfContent(ReadOnlySpan<byte> start, TranscriptFormat? said, ParseContext context)
    {
        if (said is not (null or TranscriptFormat.Json or TranscriptFormat.Text))
            return said.Value;

        ReadOnlySpan<byte> text = Utf8Bom.Skip(start).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return said ?? TranscriptFormat.Text;
        if (said != TranscriptFormat.Text && text[0] == (byte)'{')
            return IsLines(text, said, context) ? TranscriptFormat.JsonLines : TranscriptFormat.Json;
        if (said == TranscriptFormat.Json || (said is null && text[0] == (byte)'[' && BeginsLikeArray(text)))
            return TranscriptFormat.Json;
        return OfText(Encoding.UTF8.GetString(text));
    }

    private static TranscriptFormat OfText(string text)
    {
        ReadOnlySpan<char> first = FirstLine(text);
        if (first.StartsWith("WEBVTT", StringComparison.Ordinal) || FirstCue().IsMatch(text))
            return TranscriptFormat.Cues;
        if (TextGridTiers.Fits(text))
            return TranscriptFormat.TextGrid;
        if (WordRows.Fits(first))
            return TranscriptFormat.WordRows;
        if (first.Length < 1000 && TableColumns.OfHeader(first.ToString().Split(TableDialect.Delimiter(first)))?.IsNamed == true)
            return TranscriptFormat.Table;
        return TranscriptFormat.Text;
    }

    private static ReadOnlySpan<char> FirstLine(string text) => text.AsSpan(0, text.IndexOf('\n') is var end and >= 0 ? end : text.Length).TrimEnd('\r');

    // An object by conversations' ids may be on one line too.
    private static bool IsLines(ReadOnlySpan<byte> text, TranscriptFormat? said, ParseContext context)
    {
        int end = text.IndexOf((byte)'\n');
        if ((said == TranscriptFormat.Json && end < 0) || RootShape.IsObjectOfConversations(text, context))
            return false;
        return IsObject(end < 0 ? text : text[..end], context.Limits.JsonDepth, isCut: end < 0 && text.Length > 1 << 15);
    }

    /// <summary>Whether a line is a whole object; a pretty-printed one ends its first line inside itself. A long line may be cut off where the look ends.</summary>
    private static bool IsObject(ReadOnlySpan<byte> line, int depth, bool isCut)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = depth });
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth == 0;
        }
        catch (JsonException)
        {
            return isCut;
        }
    }

    // "[00:12] speaker: words", "[doctor] words" and "[01/05/2026, 09:30] Name: words" begin like an array too; what stands in one does not.
    private static bool BeginsLikeArray(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> inside = text[1..].TrimStart(" \t\r\n"u8);
        if (inside.IsEmpty || inside[0] is (byte)'{' or (byte)'"' or (byte)'[' or (byte)']')
            return true;
        return !IsTime(text) && (char.IsAsciiDigit((char)inside[0]) || inside.StartsWith("null"u8) || inside.StartsWith("true"u8) || inside.StartsWith("false"u8));
    }

    private static bool IsTime(ReadOnlySpan<byte> text)
    {
        int close = text.IndexOf((byte)']');
        return close is > 0 and < 40 && text[1..close].Contains((byte)':');
    }

    [GeneratedRegex(@"\A(?:\d{1,6}\r?\n)?(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->", RegexOptions.CultureInvariant)]
    private static partial Regex FirstCue();
}
