using System.ComponentModel;
using DialInsight.Client.Transcripts;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Preparing;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Http;
using DialInsight.Ingest.Deduplication;
using DialInsight.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Transcripts over HTTP.</summary>
internal static class TranscriptEndpoints
{
    public static void MapTranscripts(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder transcripts = endpoints.MapGroup("/transcripts").WithTags("Transcripts");
        transcripts.MapPost("/", TakeAsync).RequireRole(Role.Operator)
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithSummary($"Takes conversations in: {FormatDetection.Known}, or an upload of such files.")
            .WithDescription("Answers 202, or 207 where some records were refused: the others are kept. Repeating a request changes nothing.")
            .Produces<IngestAnswer>(StatusCodes.Status202Accepted)
            .Produces<IngestAnswer>(StatusCodes.Status207MultiStatus);
        transcripts.MapGet("/", ListAsync).Produces<PageResponse<TranscriptSummary>>().WithSummary("Transcripts, the latest first; a filter by several parameters finds what fits them all.");
        transcripts.MapGet("/count", CountAsync).Produces<TranscriptCount>().WithSummary("How many transcripts are kept; filter as the list.");
        transcripts.MapGet("/{id}", GetAsync).Produces<TranscriptView>()
            .WithSummary("A transcript, with the records that were not kept because they repeat it: how many, and the latest 100 with their similarity.");
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context,
        Intake intake,
        IDomainPacks packs,
        IOptions<JsonOptions> json,
        IOptions<IngestLimits> limits,
        [Description("The domain pack to find scenarios, channels and roles in; of all that are loaded where none is named.")] string? domain,
        [Description("The scenario of records that name none: an id or an alias. Found by keywords where nothing says.")] string? scenario,
        [Description("Their channel.")] string? channel,
        [Description("Their language: zh or en; others are kept as other, which a recipe draws where its sampling.languages says so. Detected where nothing says.")] string? language,
        [Description("Where they come from.")] string? source,
        [Description("The person they are about, by which they can be erased.")] string? subject,
        [Description("The file's name; its ending tells the format.")] string? fileName,
        [Description("The field mapping to hold JSON records to; found by their shape where none is named.")] string? mapping,
        [Description("Whether words that fill pauses are removed.")] bool? fillers,
        [Description("Whether conversations that do not cohere are refused.")] bool? coherent,
        CancellationToken cancellationToken)
    {
        if (domain is not null && packs.Find(domain) is null)
        {
            return Problems.Invalid(
                "domain-unknown", "No such domain", $"There is no domain pack {domain}. Loaded are: {string.Join(", ", packs.All.Select(pack => pack.Name))}.");
        }

        MediaTypeHeaderValue? type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? parsed) ? parsed : null;
        if (ParseContext.For(packs, domain, mapping, type?.Charset.Value, limits.Value) is not { } reading)
        {
            return Problems.Invalid(
                "mapping-unknown", "No such field mapping", $"There is no field mapping {mapping}. Known are: {string.Join(", ", ParseContext.MappingNames(packs, domain))}.");
        }

        // A large archive arrives slower than the server's default rate allows.
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;

        if (context.Request.ContentLength > limits.Value.RequestBytes)
            return Problems.Create(StatusCodes.Status413PayloadTooLarge, "request-too-large", "The request is too large", limits.Value.RequestTooLarge, errors: null);

        if (RequestRecords.Of(context.Request, type, fileName, reading, limits.Value, cancellationToken) is not { } records)
        {
            return Problems.Create(
                StatusCodes.Status415UnsupportedMediaType, "format-unknown", "The format cannot be read", $"Send {FormatDetection.Known}, and say which by Content-Type or `fileName`; this version reads no other.", errors: null);
        }

        await using var answer = new AnswerSpool(json.Value.SerializerOptions);
        await intake.TakeAsync(records, new ConversationDefaults(domain, scenario, channel, language, source, subject, fillers == true, coherent == true), answer, cancellationToken);
        await answer.AnswerAsync(context.Response, cancellationToken);
        return Results.Empty;
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] PageRequest page, [AsParameters] TranscriptFilter filter, FactLog<TranscriptDocument> transcripts, CancellationToken cancellationToken)
    {
        if (filter.Problem is { } problem)
            return Problems.Invalid("filter-invalid", "The filter cannot be read", problem);
        Query query = filter.ToQuery().OrderBy("ingestedAt", descending: true);
        Page<TranscriptDocument> found = await transcripts.Collection.PageAsync(query, page.Cursor, page.Size, cancellationToken);
        return TypedResults.Ok(PageResponse.From(found, TranscriptSummary.Of));
    }

    private static async Task<IResult> CountAsync(
        [AsParameters] TranscriptFilter filter, FactLog<TranscriptDocument> transcripts, CancellationToken cancellationToken) =>
        filter.Problem is { } problem
            ? Problems.Invalid("filter-invalid", "The filter cannot be read", problem)
            : TypedResults.Ok(new TranscriptCount(await transcripts.Collection.CountAsync(filter.ToQuery(), cancellationToken)));

    private static async Task<IResult> GetAsync(string id, FactLog<TranscriptDocument> transcripts, Duplicates duplicates, CancellationToken cancellationToken) =>
        (await transcripts.Collection.FindAsync(id, cancellationToken))?.Document switch
        {
            { ErasureId: { } erasure } => Problems.Create(
                StatusCodes.Status410Gone, "transcript-erased", "The transcript was erased", $"Nothing is left of transcript {id}. GET /erasures/{erasure} tells of its erasure.", errors: null),
            { } found => TypedResults.Ok(TranscriptView.Of(found, await duplicates.OfAsync(found, cancellationToken))),
            null => Problems.NotFound("transcript-unknown", "No such transcript", $"There is no transcript {id}. GET /transcripts lists those that are."),
        };
}
