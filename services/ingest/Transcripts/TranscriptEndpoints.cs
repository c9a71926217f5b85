using DialInsight.Client.Transcripts;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Http;
using DialInsight.Ingest.Parsing;
using DialInsight.Ingest.Parsing.Encodings;
using DialInsight.Ingest.Parsing.Json;
using DialInsight.Ingest.Parsing.Timed;
using DialInsight.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Transcripts over HTTP.</summary>
internal static class TranscriptEndpoints
{
    public static void MapTranscripts(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder transcripts = endpoints.MapGroup("/transcripts").WithTags("Transcripts");
        transcripts.MapPost("/", TakeAsync).RequireRole(Role.Operator)
            .WithMetadata(new RequestSizeLimitAttribute(IngestLimits.RequestBytes))
            .WithSummary($"Takes conversations in: {FormatDetection.Known}, or an upload of such files.")
            .WithDescription("Answers 202, or 207 where some records were refused: the others are kept. Repeating a request changes nothing.")
            .Produces<IngestAnswer>(StatusCodes.Status202Accepted)
            .Produces<IngestAnswer>(StatusCodes.Status207MultiStatus);
        transcripts.MapGet("/", ListAsync).WithSummary("Transcripts, the latest first; filter by scenario, channel, language, source or subject.");
        transcripts.MapGet("/{id}", GetAsync).WithSummary("A transcript.");
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context,
        Intake intake,
        IDomainPacks packs,
        string? domain,
        string? scenario,
        string? channel,
        string? language,
        string? source,
        string? subject,
        string? fileName,
        string? mapping,
        CancellationToken cancellationToken)
    {
        if (domain is not null && packs.Find(domain) is null)
        {
            return Problems.Invalid(
                "domain-unknown", "No such domain", $"There is no domain pack {domain}. Loaded are: {string.Join(", ", packs.All.Select(pack => pack.Name))}.");
        }

        if (FieldMappingChoice.Find(packs, domain, mapping) is not { } reading)
        {
            IEnumerable<string> known = FieldMappingChoice.All(packs, domain).Select(known => known.Name).Distinct();
            return Problems.Invalid("mapping-unknown", "No such field mapping", $"There is no field mapping {mapping}. Known are: {string.Join(", ", known)}.");
        }

        // A large archive arrives slower than the server's default rate allows.
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;

        if (RecordsOf(context.Request, fileName, reading, cancellationToken) is not { } records)
        {
            return Problems.Create(
                StatusCodes.Status415UnsupportedMediaType, "format-unknown", "The format cannot be read", $"Send {FormatDetection.Known}, and say which by Content-Type or `fileName`; this version reads no other.", errors: null);
        }

        IngestAnswer answer = await intake.TakeAsync(records, new IngestDefaults(domain, scenario, channel, language, source, subject), cancellationToken);
        return TypedResults.Json(answer, statusCode: answer.Rejected.Count > 0 ? StatusCodes.Status207MultiStatus : StatusCodes.Status202Accepted);
    }

    private static IAsyncEnumerable<ParsedRecord>? RecordsOf(HttpRequest request, string? fileName, ParseContext context, CancellationToken cancellationToken)
    {
        string? contentType = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? parsed) ? parsed.MediaType.Value : request.ContentType;
        context = context with { Charset = parsed?.Charset.Value is { } charset ? TextEncoding.Named(charset) : null };
        if (parsed is not null && contentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return Upload(request.Body, parsed, context, cancellationToken);
        if (fileName is not null)
            return FormatDetection.OfFile(fileName) is { } named ? TranscriptParser.ParseAsync(request.Body, named, fileName, context, cancellationToken) : null;

        return FormatDetection.TryOfContentType(contentType, out TranscriptFormat? format)
            ? TranscriptParser.ParseAsync(request.Body, format, null, context, cancellationToken)
            : null;
    }

    private static IAsyncEnumerable<ParsedRecord>? Upload(Stream body, MediaTypeHeaderValue contentType, ParseContext context, CancellationToken cancellationToken) =>
        HeaderUtilities.RemoveQuotes(contentType.Boundary).Value is { Length: > 0 and <= 70 } boundary
            ? BrokenSource.ToldOf(FilesAsync(body, boundary, context, cancellationToken), null, "the upload is broken from here on", context)
            : null;

    private static async IAsyncEnumerable<ParsedRecord> FilesAsync(
        Stream body, string boundary, ParseContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, body);
        var sides = new TextGridSides(context);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            string? name = section.AsFileSection()?.FileName;
            if (string.IsNullOrEmpty(name))
                continue;

            if (FormatDetection.OfFile(name) is not { } format)
            {
                yield return ParsedRecord.Refused(context.Next(name), $"a file of this kind cannot be read: give {FormatDetection.Known}");
                continue;
            }

            if (format == TranscriptFormat.TextGrid)
            {
                await sides.TakeAsync(section.Body, name, cancellationToken);
                continue;
            }

            await foreach (ParsedRecord record in TranscriptParser.ParseAsync(section.Body, format, name, context, cancellationToken))
                yield return record;
        }

        foreach (ParsedRecord record in sides.Records())
            yield return record;
    }

    private static async Task<PageResponse<TranscriptSummary>> ListAsync(
        [AsParameters] PageRequest page,
        string? scenario,
        string? channel,
        string? language,
        string? source,
        string? subject,
        FactLog<TranscriptDocument> transcripts,
        CancellationToken cancellationToken)
    {
        Query query = Query.All.OrderBy("ingestedAt", descending: true);
        foreach ((string field, string? value) in new[]
        {
            (nameof(scenario), scenario), (nameof(channel), channel), (nameof(language), language), (nameof(source), source), (nameof(subject), subject),
        })
        {
            query = value is null ? query : query.Where(field, value);
        }

        Page<TranscriptDocument> found = await transcripts.Collection.PageAsync(query, page.Cursor, page.Size, cancellationToken);
        return PageResponse.From(found, TranscriptSummary.Of);
    }

    private static async Task<IResult> GetAsync(string id, FactLog<TranscriptDocument> transcripts, CancellationToken cancellationToken) =>
        await transcripts.Collection.FindAsync(id, cancellationToken) is { } found
            ? TypedResults.Ok(TranscriptView.Of(found.Document))
            : Problems.NotFound("transcript-unknown", "No such transcript", $"There is no transcript {id}. GET /transcripts lists those that are.");
}
