using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DialInsight.Ingest.Parsing;

/// <summary>Reads one conversation, or an array of them, element by element. Where an array breaks, what came before is kept.</summary>
internal static class JsonParser
{
    private static readonly JsonSerializerOptions s_options = new() { MaxDepth = IngestLimits.JsonDepth };

    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream, string? file, RecordCounter counter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buffered = new PeekedStream(stream);
        if (!(await buffered.PeekAsync(cancellationToken)).Span.IsArray())
        {
            yield return await SingleAsync(buffered, new RecordPosition(counter.Next(), 1, file), cancellationToken);
            yield break;
        }

        await using IAsyncEnumerator<JsonElement> records =
            JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(buffered, s_options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            (bool more, JsonException? broken) = await MoveAsync(records);
            if (broken is not null)
            {
                int? line = broken.LineNumber is { } number ? (int)number + 1 : null;
                yield return ParsedRecord.Refused(
                    new RecordPosition(counter.Next(), line, file), "the array is not valid JSON from here on: nothing behind this place was read");
            }

            if (!more)
                yield break;

            yield return JsonConversation.Read(records.Current, new RecordPosition(counter.Next(), null, file));
        }
    }

    private static async Task<(bool More, JsonException? Broken)> MoveAsync(IAsyncEnumerator<JsonElement> records)
    {
        try
        {
            return (await records.MoveNextAsync(), null);
        }
        catch (JsonException exception)
        {
            return (false, exception);
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
