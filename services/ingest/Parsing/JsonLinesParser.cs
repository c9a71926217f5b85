using System.Runtime.CompilerServices;

namespace DialInsight.Ingest.Parsing;

/// <summary>Reads one conversation a line. A broken line costs no other.</summary>
internal static class JsonLinesParser
{
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream, string? file, RecordCounter counter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach ((int number, ReadOnlyMemory<byte>? bytes) in LineReader.ReadAsync(stream, IngestLimits.LineBytes, cancellationToken))
        {
            if (bytes is { } blank && Utf8Bom.Skip(blank.Span).Trim(" \t\r"u8).IsEmpty)
                continue;

            var position = new RecordPosition(counter.Next(), number, file);
            yield return bytes is { } line
                ? JsonConversation.Read(number == 1 ? line[(line.Length - Utf8Bom.Skip(line.Span).Length)..] : line, position)
                : ParsedRecord.Refused(position, $"the line is longer than {IngestLimits.LineBytes >> 20} MB");
        }
    }
}

/// <summary>Numbers the records of a request over all its files.</summary>
internal sealed class RecordCounter
{
    private int _next;

    public int Next() => _next++;
}
