using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing.Encodings;
using DialInsight.Conversations.Parsing.Json;
using DialInsight.Conversations.Parsing.Lines;
using DialInsight.Conversations.Parsing.Tables;
using DialInsight.Conversations.Parsing.Timed;

namespace DialInsight.Conversations.Parsing;

/// <summary>Reads the records of a body or file in its format and encoding.</summary>
public static class TranscriptParser
{
    private const string Empty = "there is nothing in it: send a file or a body that has conversations";

    /// <summary>The records.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="format">What the name or content type says; null is told by how the body begins.</param>
    /// <param name="file">The file's name; null where there is none.</param>
    /// <param name="context">What the request's files share.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream body, TranscriptFormat? format, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var peeked = new PeekedStream(body);
        if (format == TranscriptFormat.Zip || (format is null && FormatDetection.IsArchive((await peeked.PeekAsync(cancellationToken)).Span)))
        {
            await foreach (ParsedRecord record in ZipParser.ParseAsync(peeked, file, context, cancellationToken))
                yield return record;
            yield break;
        }

        if (await IsEmptyAsync(peeked, cancellationToken))
        {
            yield return ParsedRecord.Refused(context.Next(file), Empty);
            yield break;
        }

        (PeekedStream text, TextEncoding encoding) = await DecodedStream.OpenAsync(peeked, context.Charset, cancellationToken);
        IAsyncEnumerable<ParsedRecord> records = RecordsAsync(text, format, file, context, cancellationToken);
        await foreach (ParsedRecord record in BrokenSource.Decoded(records, file, context))
            yield return encoding == TextEncoding.Utf8 ? record : InEncoding(record, encoding);
    }

    private static async Task<bool> IsEmptyAsync(PeekedStream body, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> start = await body.PeekAsync(cancellationToken);
        return start.Length < PeekedStream.Look && Utf8Bom.Skip(start.Span).Trim(" \t\r\n"u8).IsEmpty;
    }

    private static async IAsyncEnumerable<ParsedRecord> RecordsAsync(
        PeekedStream text, TranscriptFormat? format, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> start = await text.PeekAsync(cancellationToken);
        TranscriptFormat found = FormatDetection.OfContent(start.Span, format, context);
        context.Format = found;
        IAsyncEnumerable<ParsedRecord> records = found switch
        {
            TranscriptFormat.Json => JsonParser.ParseAsync(text, file, context, cancellationToken),
            TranscriptFormat.JsonLines => JsonLinesParser.ParseAsync(text, file, context, cancellationToken),
            TranscriptFormat.Table => TableParser.ParseAsync(text, file, context, cancellationToken),
            TranscriptFormat.Markdown => DocumentParser.ParseAsync(text, file, context, (words, _) => TextTurns.Read(words, context.Limits, markdown: true), cancellationToken),
            TranscriptFormat.Cues => DocumentParser.ParseAsync(text, file, context, (words, _) => CueTurns.Read(words, context.Limits), cancellationToken),
            TranscriptFormat.TextGrid => DocumentParser.ParseAsync(text, file, context, (words, name) => TextGridTiers.Read([(words, name)], context.Limits), cancellationToken),
            TranscriptFormat.WordRows => DocumentParser.ParseAsync(text, file, context, (words, _) => WordRows.Read(words, context.Limits), cancellationToken),
            _ => DocumentParser.ParseAsync(text, file, context, (words, _) => TextTurns.Read(words, context.Limits), cancellationToken),
        };
        await foreach (ParsedRecord record in records)
            yield return record;
    }

    private static ParsedRecord InEncoding(ParsedRecord record, TextEncoding encoding) =>
        record.Conversation is { } conversation ? record with { Conversation = conversation with { Encoding = encoding.Name } } : record;
}
