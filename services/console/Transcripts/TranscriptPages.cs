using System.Text.Json;
using DialInsight.Client.Http;
using DialInsight.Client.Transcripts;
using DialInsight.WebConsole.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace DialInsight.WebConsole.Transcripts;

/// <summary>Transcripts: dropped in, listed, read.</summary>
internal static class TranscriptPages
{
    private const int PageSize = 50;

    // Statistics read every transcript: beyond it filters are typed, and a page is as quick as among a few.
    private const int MostCounted = 2000;

    public static void MapTranscriptPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/transcripts", ListAsync);
        pages.MapGet("/console/transcripts/{id}", ShowAsync);
        pages.MapPost("/console/transcripts/files", TakeAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
    }

    private static async Task<IResult> ListAsync(Visit visit, [AsParameters] TranscriptChoice choice, CancellationToken cancellationToken)
    {
        TranscriptPage page = await visit.Client.Transcripts.ListAsync(choice.ToFilter(), choice.Cursor, PageSize, cancellationToken);
        long kept = await visit.Client.Transcripts.CountAsync(cancellationToken);
        TranscriptStatistics? statistics = kept <= MostCounted ? await visit.Client.Transcripts.StatisticsAsync(cancellationToken) : null;
        string[] domains = [.. (await visit.Client.Templates.ListAsync(null, null, cancellationToken)).Select(part => part.Domain).Distinct().Order(StringComparer.Ordinal)];
        return Pages.Show<TranscriptsPage>(new { Choice = choice, Page = page, Kept = kept, Statistics = statistics, Domains = domains });
    }

    private static async Task<IResult> ShowAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        Pages.Show<TranscriptPageView>(new { Transcript = await visit.Client.Transcripts.GetAsync(id, cancellationToken) });

    /// <summary>Passes a file on as it comes, and answers what became of each record.</summary>
    private static async Task<IResult> TakeAsync(HttpContext context, Visit visit, string name, string? domain, string? language, string? subject, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        try
        {
            IngestAnswer answer = await visit.Client.Transcripts.SendAsync(
                context.Request.Body, name, new IngestDefaults(Domain: Given(domain), Language: Given(language), Subject: Given(subject)), cancellationToken);
            return TypedResults.Json(answer with { Rejected = [.. answer.Rejected.Select(record => record with { Reason = visit.Say(record.Reason) })] }, JsonSerializerOptions.Web);
        }
        catch (ServiceException refused)
        {
            return TypedResults.Json(new { refused = visit.Tell(refused) }, JsonSerializerOptions.Web, statusCode: (int)refused.Status);
        }
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
