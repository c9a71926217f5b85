using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>The rows of a JSON array or of JSON Lines, one after the other, of a file of any size.</summary>
public static class JsonRows
{
    /// <summary>The rows. One that is too long, or where the file ends in the middle, is a row with its refusal; the others go on.</summary>
    /// <param name="stream">UTF-8; not disposed.</param>
    /// <param name="limits">How long a row may be.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<JsonRow> ReadAsync(
        Stream stream, ParsingLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var peeked = new PeekedStream(stream);
        ReadOnlyMemory<byte> start = await peeked.PeekAsync(cancellationToken);
        if (RootShape.IsArray(start.Span))
        {
            var elements = new ArrayReader(peeked, limits);
            while (await elements.ReadAsync(cancellationToken) is { } element)
                yield return new JsonRow(element.Line, element.Bytes, element.Refusal);
            yield break;
        }

        await foreach ((int number, ReadOnlyMemory<byte>? bytes) in LineReader.ReadAsync(peeked, limits.LineBytes, cancellationToken))
        {
            ReadOnlyMemory<byte> line = bytes ?? default;
            ReadOnlyMemory<byte> json = number == 1 ? line[(line.Length - Utf8Bom.Skip(line.Span).Length)..] : line;
            if (bytes is null)
                yield return new JsonRow(number, default, limits.LineTooLong);
            else if (!json.Span.Trim(" \t\r"u8).IsEmpty)
                yield return new JsonRow(number, json, null);
        }
    }
}

/// <summary>A row of a file.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Json">UTF-8, valid until the next row is asked for.</param>
/// <param name="Refusal">Why it could not be read; null when it could.</param>
public sealed record JsonRow(int Line, ReadOnlyMemory<byte> Json, string? Refusal);
