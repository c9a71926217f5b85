using System.ComponentModel;
using System.Net.Mime;
using DialInsight.Hosting.Http;
using DialInsight.Quality.Releases;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DialInsight.Quality.Exports;

/// <summary>Downloads of a release's files: streamed, with checksums as entity tags, and resumable by range.</summary>
internal static class ExportEndpoint
{
    /// <summary>Maps <c>/releases/{name}/export</c>.</summary>
    public static void MapExports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/releases/{name}/export", ["GET", "HEAD"], ExportAsync).WithName("ExportRelease")
            .WithSummary(
                "One file of a release, by format: alpaca, sharegpt, messages, preference (pairs), train, validation or test (chat rows split by conversation), huggingface (the split and its card as a tar archive), "
                + "dataset_info, card, manifest or report; or by the name that the release's files have, such as data/train-00000-of-00002.jsonl.");

    private static async Task<Results<ExportResult, ProblemHttpResult>> ExportAsync(
        string name,
        IDocumentCollection<Release> releases,
        ReleaseFiles files,
        CancellationToken cancellationToken,
        [Description("The file by what it is for: alpaca, sharegpt, messages, preference, train, validation, test, huggingface, dataset_info, card, manifest or report.")] string format = "messages",
        [Description("The file by the name that the release's files have, in place of a format.")] string? file = null)
    {
        if (file is null && !ReleaseFiles.Formats.Contains(format))
            return Problems.Invalid("unknown-format", "There is no such export format", $"format must be one of {string.Join(", ", ReleaseFiles.Formats)}.");
        if ((await releases.FindAsync(name, cancellationToken))?.Document is not { } release)
            return ReleaseEndpoints.NoRelease(name);
        if (release.Withdrawing.Count > 0)
        {
            return Problems.Create(
                StatusCodes.Status503ServiceUnavailable, "release-withdrawing", "Rows of the release are being erased", $"{name} is measured anew; try again in a moment.", errors: null);
        }

        return release.AllFiles().Where(one => file is null ? one.Format == format : one.Name == file).ToArray() switch
        {
            [var found] => new ExportResult(files, release, found),
            [] => Problems.NotFound("no-such-file", "The release has no such file", Missing(release, format, file)),
            var several => Problems.Conflict(
                "several-files", "The part is in several files", $"Ask for one of them by name (file={string.Join(", file=", several.Select(one => one.Name))}), or for all in one archive (format=huggingface)."),
        };
    }

    private static string Missing(Release release, string format, string? file) =>
        file is not null ? $"{release.Name} has no file {file}; its files are {string.Join(", ", release.AllFiles().Select(one => one.Name))}."
        : Split.All.Contains(format) ? $"None of the conversations of {release.Name} falls into the part {format}."
        : $"{release.Name} was made before there was {format}; release the run again to have it.";
}

/// <summary>Writes a file, or the one range of it that was asked for.</summary>
internal sealed class ExportResult(ReleaseFiles files, Release release, ExportFile file) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        RequestHeaders request = httpContext.Request.GetTypedHeaders();
        var tag = new EntityTagHeaderValue($"\"{file.Sha256}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.AcceptRanges = "bytes";
        response.Headers.LastModified = HeaderUtilities.FormatDate(release.ChangedAt);
        if (request.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Tag == "*"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ReleaseFiles.MediaType(file.Name);
        response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{release.Name}-{Path.GetFileName(file.Name)}", Inline = file.Format == "report" }.ToString();
        if (!TryRange(request, tag, out long from, out long to))
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = $"bytes */{file.Bytes}";
            return;
        }

        if (to - from + 1 < file.Bytes)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {from}-{to}/{file.Bytes}";
        }

        response.ContentLength = to - from + 1;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await WriteAsync(response.Body, from, to, httpContext.RequestAborted);
    }

    private async Task WriteAsync(Stream body, long from, long to, CancellationToken cancellationToken)
    {
        try
        {
            await using var range = new RangeStream(body, from, to);
            await files.WriteAsync(release, file, range, cancellationToken);
        }
        catch (RangeWrittenException)
        {
            // All that was asked for is written.
        }
    }

    /// <summary>The bytes to send: all of them, unless one range is asked for of exactly this file. Several ranges at once are answered with all.</summary>
    private bool TryRange(RequestHeaders request, EntityTagHeaderValue tag, out long from, out long to)
    {
        (from, to) = (0, file.Bytes - 1);
        bool isCurrent = request.IfRange?.EntityTag is not { } condition || condition.Compare(tag, useStrongComparison: true);
        if (request.Range is not { Unit.Value: "bytes", Ranges.Count: 1 } ranges || !isCurrent || request.IfRange?.LastModified is not null)
            return true;

        RangeItemHeaderValue range = ranges.Ranges.First();
        if (range.From is null)
            from = Math.Max(0, file.Bytes - range.To!.Value);
        else
            (from, to) = (range.From.Value, Math.Min(range.To ?? to, to));
        return from <= to && from < file.Bytes && range is not { From: null, To: 0 };
    }
}
