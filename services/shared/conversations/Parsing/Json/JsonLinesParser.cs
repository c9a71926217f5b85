using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>Reads one conversation a line. A broken line costs no other.</summary>
internal static class JsonLinesParser
{
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach ((int number, ReadOnlyMemory<byte>? bytes) in LineReader.ReadAsync(stream, context.Limits.LineBytes, cancellationToken))
        {
            if (bytes is { } blank && Utf8Bom.Skip(blank.Span).Trim(" \t\r"u8).IsEmpty)
                continue;

            if (bytes is not { } line)
            {
                yield return ParsedRecord.Refused(context.Next(file, number), context.Limits.LineTooLong);
                continue;
            }

            ReadOnlyMemory<byte> json = number == 1 ? line[(line.Length - Utf8Bom.Skip(line.Span).Length)..] : line;
            foreach (ParsedRecord record in JsonRecords.Read(json, isEntry: false, number, file, context))
                yield return record;
        }
    }
}
