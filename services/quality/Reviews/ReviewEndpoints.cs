using System.ComponentModel;
using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Http;
using DialInsight.Quality.Gates;
using DialInsight.Quality.Judging;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.Quality.Reviews;

/// <summary>What reviewers call.</summary>
internal static class ReviewEndpoints
{
    private const int MostSkipped = 100;

    /// <summary>Maps <c>/reviews</c>, <c>/samples</c> and <c>/judgements</c>.</summary>
    public static void MapReviews(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reviews/next", NextAsync).WithName("NextReview").RequireRole(Role.Curator)
            .WithSummary("Leases the next sample to the caller for half an hour: undecided ones first, then a random one of the least reviewed cell. 204 when there is none.")
            .WithDescription("`skip` names samples that the caller passes over, up to 100; those the caller had are free for others again.");
        endpoints.MapGet("/reviews/agreement", AgreementAsync).WithName("GetReviewAgreement")
            .WithSummary("How people's reviews and the judge agree so far, by run or over all: matrix and Cohen's κ.");
        endpoints.MapPost("/reviews/{**id}", DecideAsync).WithName("DecideReview").RequireRole(Role.Curator)
            .WithSummary("Puts the caller's decision in place of the judge's, or of another person's.")
            .WithDescription("With `revision` (as GET /reviews/next gave it) only in place of the decision that the caller saw: 409 `review-superseded` where somebody else has decided meanwhile. Who is given a sample has it alone for half an hour; 409 `review-leased` to others.");
        endpoints.MapGet("/samples/{**id}", SampleAsync).WithName("GetSample").WithSummary("A sample with its judgement.");
        endpoints.MapGet("/judgements", JudgementsAsync).WithName("ListJudgements").WithSummary("Judgements, by run, cell and outcome, paged.");
    }

    private static async Task<Results<Ok<ReviewItem>, NoContent, ProblemHttpResult>> NextAsync(
        Principal principal, ReviewQueue queue, ReviewLeases leases, IDocumentCollection<Sample> samples, CancellationToken cancellationToken,
        [Description("The run; any where it is absent.")] string? run = null, [Description("The cell, scenario/task-type.")] string? cell = null,
        [Description("Samples that the caller passes over, up to 100.")] string[]? skip = null)
    {
        if (skip?.Length > MostSkipped)
            return Problems.Invalid("skip-too-many", "So many samples cannot be passed over", $"`skip` may name {MostSkipped} samples; begin anew without it.");
        foreach (string skipped in skip ?? [])
            await leases.GiveBackAsync(skipped, principal.Name, cancellationToken);
        if (await queue.NextAsync(run, cell, principal.Name, skip ?? [], cancellationToken) is { } judgement
            && (await samples.FindAsync(judgement.Id, cancellationToken))?.Document is { } sample)
            return TypedResults.Ok(ReviewItem.Of(sample, judgement));
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ReviewAgreement>> AgreementAsync(
        FactLog<Judgement> judgements, CancellationToken cancellationToken, [Description("The run; all where it is absent.")] string? run = null) =>
        TypedResults.Ok(await ReviewAgreement.OfAsync(judgements.Collection, run, cancellationToken));

    private static async Task<Results<Ok<Judgement>, ProblemHttpResult>> DecideAsync(
        SampleId id, ReviewDecision decision, Principal principal, Reviewing reviewing, ReviewLeases leases,
        IDocumentCollection<Sample> samples, CancellationToken cancellationToken)
    {
        if ((await samples.FindAsync(id.Value, cancellationToken))?.Document is not { } sample)
            return NoSample(id);
        if (Problem(sample, decision) is { } problem)
            return problem;
        if (!await leases.TryTakeAsync(id.Value, principal.Name, cancellationToken))
            return Problems.Conflict("review-leased", "Somebody else reviews this sample", "Ask for the next sample, or try again in half an hour.");
        return await reviewing.OverrideAsync(sample, decision, principal.Name, cancellationToken) switch
        {
            null => Problems.Conflict("not-judged", "The sample is not judged yet", "The judge has not decided on it; try again later."),
            { IsTaken: true } taken => TypedResults.Ok(taken.Judgement),
            { Judgement: { Current: { } current } judgement } => Problems.Conflict(
                "review-superseded", "Somebody else has decided meanwhile",
                $"{current.By} decided {current.Level?.ToString().ToLowerInvariant() ?? "nothing"} after you were given the sample. Send your decision again with revision {judgement.Revision} to put it in its place, or ask for the next sample."),
        };
    }

    private static ProblemHttpResult? Problem(Sample sample, ReviewDecision decision)
    {
        var errors = new Dictionary<string, string[]>();
        if (decision.Level is not { } level || !Enum.IsDefined(level))
            errors["level"] = ["must be high, medium or low"];
        if (string.IsNullOrWhiteSpace(decision.Reason) || decision.Reason.Length > 2000)
            errors["reason"] = ["must be 1 to 2,000 characters"];
        if (decision.Answer is { } answer && HardGates.Check(sample.Assignment, answer) is { Count: > 0 } findings)
            errors["answer"] = [.. findings.Select(finding => finding.ToString())];
        return errors.Count == 0
            ? null
            : Problems.Invalid("invalid-review", "The review cannot be taken", "Correct the fields named under errors and send it again.", errors);
    }

    private static async Task<Results<Ok<JudgedSample>, ProblemHttpResult>> SampleAsync(
        SampleId id, IDocumentCollection<Sample> samples, FactLog<Judgement> judgements, CancellationToken cancellationToken) =>
        (await samples.FindAsync(id.Value, cancellationToken))?.Document is { } sample
            ? TypedResults.Ok(new JudgedSample(sample, (await judgements.Collection.FindAsync(id.Value, cancellationToken))?.Document))
            : NoSample(id);

    private static async Task<Results<Ok<PageResponse<Judgement>>, ProblemHttpResult>> JudgementsAsync(
        [AsParameters] PageRequest page, FactLog<Judgement> judgements, CancellationToken cancellationToken,
        [Description("The run.")] string? run = null, [Description("The cell, scenario/task-type.")] string? cell = null,
        [Description("How they ended.")] Named<JudgementOutcome>? outcome = null)
    {
        Query query = Query.All;
        if (run is not null)
            query = query.Where("run", run);
        if (cell is not null)
            query = query.Where("cell", cell);
        if (outcome is not null)
            query = query.Where("outcome", outcome.Value.Value);
        try
        {
            return TypedResults.Ok(PageResponse.From(
                await judgements.Collection.PageAsync(query, page.Cursor, page.Size, cancellationToken), judgement => judgement));
        }
        catch (ArgumentException)
        {
            return Problems.Invalid("invalid-cursor", "The cursor cannot be used", "Give the nextCursor of the page before, with the same conditions.");
        }
    }

    private static ProblemHttpResult NoSample(SampleId id) =>
        Problems.NotFound("no-such-sample", "There is no such sample", $"No sample has the id {id.Value}.");
}

/// <summary>A sample with what was decided about it; null while nothing was.</summary>
internal sealed record JudgedSample(Sample Sample, Judgement? Judgement);
