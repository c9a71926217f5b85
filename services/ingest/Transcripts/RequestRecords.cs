using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DialInsight.Ingest.Transcripts;

/// <summary>The records of a request's body: of the format that its name or content type tells, or an upload of files.</summary>
internal static class RequestRecords
{
    /// <summary>The records; null where the format cannot be read.</summary>
    public static IAsyncEnumerable<ParsedRecord>? Of(
        HttpRequest request, MediaTypeHeaderValue? type, string? fileName, ParseContext context, IngestLimits limits, CancellationToken cancellationToken)
    {
        var body = new LimitedBody(request.Body, limits);
        string? contentType = type?.MediaType.Value ?? request.ContentType;
        if (type is not null && contentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return Upload(body, type, context, limits, cancellationToken);
        if (fileName is not null)
            return FormatDetection.OfFile(fileName) is { } named ? TranscriptParser.ParseAsync(body, named, fileName, context, cancellationToken) : null;

        return FormatDetection.TryOfContentType(contentType, out TranscriptFormat? format)
            ? TranscriptParser.ParseAsync(body, format, null, context, cancellationToken)
            : null;
    }

    private static IAsyncEnumerable<ParsedRecord>? Upload(
        Stream body, MediaTypeHeaderValue contentType, ParseContext context, IngestLimits limits, CancellationToken cancellationToken) =>
        HeaderUtilities.RemoveQuotes(contentType.Boundary).Value is { Length: > 0 and <= 70 } boundary
            ? UploadAsync(new MultipartReader(boundary, body), context, limits, cancellationToken)
            : null;

    private static async IAsyncEnumerable<ParsedRecord> UploadAsync(
        MultipartReader reader, ParseContext context, IngestLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Told at the end only: sides of recordings that were read are put together first.
        var count = new StrongBox<int>();
        IAsyncEnumerable<TranscriptFile> files = FilesAsync(reader, limits.UploadFiles, count, cancellationToken);
        await foreach (ParsedRecord record in TranscriptFiles.ParseAsync(files, "the upload is broken from here on", context, cancellationToken))
            yield return record;
        if (count.Value > limits.UploadFiles)
            throw new RequestRefusedException(limits.TooManyFiles);
        if (count.Value == 0)
            throw new RequestRefusedException("the upload holds no file: send each as a part with a file name, as curl -F files=@calls.jsonl does");
    }

    private static async IAsyncEnumerable<TranscriptFile> FilesAsync(
        MultipartReader reader, int most, StrongBox<int> count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection()?.FileName is not { Length: > 0 } name)
                continue;
            if (++count.Value > most)
                yield break;
            yield return new TranscriptFile(name, section.Body);
        }
    }
}
