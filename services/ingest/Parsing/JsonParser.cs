using System.Runtime.CompilerServices;

namespace DialInsight.Ingest.Parsing;

/// <summary>Reads one conversation, or an array of them, element by element. Where an array breaks, what came before is kept.</summary>
internal static class JsonParser
{
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream, string? file, RecordCounter counter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buffered = new PeekedStream(stream);
        if (!(await buffered.PeekAsync(cancellationToken)).Span.IsArray())
        {
            yield return await SingleAsync(buffered, new RecordPosition(counter.Next(), 1, file), cancellationToken);
            yield break;
        }

        var elements = new ArrayReader(buffered, IngestLimits.LineBytes);
        while (await elements.ReadAsync(cancellationToken) is { } element)
        {
            var position = new RecordPosition(counter.Next(), element.Line, file);
            yield return element.Refusal is { } refusal ? ParsedRecord.Refused(position, refusal) : JsonConversation.Read(element.Bytes, position);
        }
    }

    private static async Task<ParsedRecord> SingleAsync(Stream stream, RecordPosition position, CancellationToken cancellationToken)
    {
        byte[]? bytes = await BoundedReading.ReadAsync(stream, IngestLimits.DocumentBytes, cancellationToken);
        if (bytes is null)
            return ParsedRecord.Refused(position, $"the document is larger than {IngestLimits.DocumentBytes >> 20} MB: send JSON Lines");

        return JsonConversation.Read(bytes.AsMemory(bytes.Length - Utf8Bom.Skip(bytes).Length), position);
    }

    private static bool IsArray(this ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = Utf8Bom.Skip(start).TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] == (byte)'[';
    }
}
