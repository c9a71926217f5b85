using System.Buffers;
using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>
/// Reads one conversation, an array of them, or an object of them by id; the latter two element by element. Where one breaks, what came before
/// is kept.
/// </summary>
internal static class JsonParser
{
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        PeekedStream stream, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> start = await stream.PeekAsync(cancellationToken);
        bool byId = RootShape.IsObjectOfConversations(start.Span, context);
        if (!byId && !RootShape.IsArray(start.Span))
        {
            await foreach (ParsedRecord record in WholeAsync(stream, file, context, cancellationToken))
                yield return record;
            yield break;
        }

        var elements = new ArrayReader(stream, context.Limits);
        while (await elements.ReadAsync(cancellationToken) is { } element)
        {
            if (element.Refusal is { } refusal)
            {
                yield return ParsedRecord.Refused(context.Next(file, element.Line), refusal);
                continue;
            }

            ReadOnlyMemory<byte> json = byId ? Braced(element.Bytes) : element.Bytes;
            foreach (ParsedRecord record in JsonRecords.Read(json, byId, element.Line, file, context))
                yield return record;
        }
    }

    private static async IAsyncEnumerable<ParsedRecord> WholeAsync(
        Stream stream, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? bytes = await BoundedReading.ReadAsync(stream, context.Limits.DocumentBytes, cancellationToken);
        if (bytes is null)
        {
            yield return ParsedRecord.Refused(context.Next(file, 1), context.Limits.JsonTooLarge);
            yield break;
        }

        foreach (ParsedRecord record in JsonRecords.Read(bytes.AsMemory(bytes.Length - Utf8Bom.Skip(bytes).Length), isEntry: false, 1, file, context))
            yield return record;
    }

    /// <summary>An entry of an object as an object of its own.</summary>
    private static ReadOnlyMemory<byte> Braced(ReadOnlyMemory<byte> entry)
    {
        var writer = new ArrayBufferWriter<byte>(entry.Length + 2);
        writer.Write("{"u8);
        writer.Write(entry.Span);
        writer.Write("}"u8);
        return writer.WrittenMemory;
    }
}
