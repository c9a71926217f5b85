namespace DialInsight.Ingest.Parsing;

/// <summary>Reads the records of a body or file in its format.</summary>
internal static class TranscriptParser
{
    /// <summary>The records. <paramref name="format"/> null is told by how the body begins.</summary>
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream body,
        TranscriptFormat? format,
        string? file,
        RecordCounter counter,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var peeked = new PeekedStream(body);
        format ??= FormatDetection.OfContent((await peeked.PeekAsync(cancellationToken)).Span);
        IAsyncEnumerable<ParsedRecord> records = format switch
        {
            TranscriptFormat.Json => JsonParser.ParseAsync(peeked, file, counter, cancellationToken),
            TranscriptFormat.JsonLines => JsonLinesParser.ParseAsync(peeked, file, counter, cancellationToken),
            TranscriptFormat.Zip => ZipParser.ParseAsync(peeked, file, counter, cancellationToken),
            _ => TextParser.ParseAsync(peeked, file, counter, cancellationToken),
        };
        await foreach (ParsedRecord record in records)
            yield return record;
    }
}
