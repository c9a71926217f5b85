using System.ComponentModel;
using DialInsight.Client.Erasures;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.Ingest.Erasure;

/// <summary>Erasures over HTTP.</summary>
internal static class ErasureEndpoints
{
    public static void MapErasures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDelete("/subjects/{**subject}", EraseAsync).WithTags("Erasures").RequireRole(Role.Admin)
            .WithSummary("Erases everything that is about a subject, in every service. Nothing brings it back.")
            .WithDescription("Answers 202 with the erasure. Asking again joins the one under way; a new one is opened where conversations of the subject came since.");
        endpoints.MapGet("/erasures", ListAsync).WithTags("Erasures").WithSummary("Erasures, the latest first; filter by subject and state.");
        endpoints.MapGet("/erasures/{id}", GetAsync).WithTags("Erasures")
            .WithSummary("An erasure: what each service has removed, which have not answered yet, and the releases that held something of the subject.");
    }

    private static async Task<Results<Accepted<ErasureView>, ProblemHttpResult>> EraseAsync(
        string subject, Erasures erasures, ErasureReader reader, Principal principal, CancellationToken cancellationToken)
    {
        // Routing leaves escaped slashes as they are.
        subject = subject.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return await erasures.RequestAsync(subject, principal.Name, cancellationToken) is { } erasure
            ? TypedResults.Accepted($"/erasures/{erasure.Id}", await reader.ShowAsync(erasure, cancellationToken))
            : Problems.NotFound(
                "subject-unknown",
                "Nothing is kept of this subject",
                "No transcript was taken in with this subject: it is compared letter by letter. GET /transcripts?subject=… shows what there is.");
    }

    private static async Task<PageResponse<ErasureView>> ListAsync(
        [AsParameters] PageRequest page, [Description("The subject, as it was given with the transcripts.")] string? subject, [Description("open or applied.")] Named<ErasureState>? state, ErasureStore store, ErasureReader reader, CancellationToken cancellationToken)
    {
        Query query = Query.All.OrderBy("requestedAt", descending: true);
        query = subject is null ? query : query.Where("subject", subject);
        query = state is null ? query : query.Where("state", state.Value.Value);
        Page<ErasureDocument> found = await store.Erasures.PageAsync(query, page.Cursor, page.Size, cancellationToken);
        List<ErasureView> views = [];
        foreach (Versioned<ErasureDocument> erasure in found.Items)
            views.Add(await reader.ShowAsync(erasure.Document, cancellationToken));
        return new PageResponse<ErasureView>(views, found.NextCursor);
    }

    private static async Task<Results<Ok<ErasureView>, ProblemHttpResult>> GetAsync(string id, ErasureReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken) is { } erasure
            ? TypedResults.Ok(erasure)
            : Problems.NotFound("erasure-unknown", "No such erasure", $"There is no erasure {id}. GET /erasures lists those that are.");
}
