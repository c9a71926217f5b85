using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Decisions at the gates over HTTP.</summary>
internal static class DecisionEndpoint
{
    private const int LongestReason = 1000;

    public static void MapDecisions(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder instructions = endpoints.MapGroup("/instructions").WithTags("Gates");
        instructions.MapPost("/{id}/decision", DecideAsync).RequireRole(Role.Curator)
            .WithSummary("Decides on an instruction at the gate it waits at: keep, edit or reject.")
            .WithDescription("Give the version that was looked at (`version`, answered 409 when it is another, or If-Match, answered 412).");
        instructions.MapPost("/decisions", DecideManyAsync).RequireRole(Role.Curator)
            .WithSummary("Decides on up to 500 instructions, each by itself; 207 where some could not be carried out.");
        instructions.MapPost("/{id}/undo", UndoAsync).RequireRole(Role.Curator)
            .WithSummary("Takes back the last decision of a person, as long as nothing was built on it: the instruction waits at its gate again.");
    }

    private static async Task<IResult> DecideAsync(
        string id,
        DecisionRequest request,
        HttpResponse response,
        Decisions decisions,
        Principal principal,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        CancellationToken cancellationToken)
    {
        (Versioned<InstructionDocument>? decided, ProblemHttpResult? problem) = await decisions.CarryOutAsync(id, request, ifMatch, principal.Name, cancellationToken);
        return decided is null ? problem! : InstructionEndpoints.Shown(decided, response);
    }

    private static async Task<IResult> DecideManyAsync(BulkDecision request, Decisions decisions, Principal principal, CancellationToken cancellationToken)
    {
        if (request.Items is not { Count: > 0 and <= BulkDecision.MostItems } items || items.Any(item => string.IsNullOrEmpty(item?.Id)))
            return Problems.Invalid("decisions-invalid", "The decisions are not valid", $"Give items: 1 to {BulkDecision.MostItems}, each with the id of an instruction.");

        List<BulkItemOutcome> outcomes = [];
        foreach (BulkItem item in items)
        {
            (Versioned<InstructionDocument>? decided, ProblemHttpResult? problem) =
                await decisions.CarryOutAsync(item.Id!, request.On(item), ifMatch: null, principal.Name, cancellationToken);
            outcomes.Add(decided is null
                ? new BulkItemOutcome(item.Id, problem!.StatusCode, problem.ProblemDetails.Type, Explain(problem), null)
                : new BulkItemOutcome(item.Id, StatusCodes.Status200OK, null, null, InstructionView.Of(decided)));
        }

        int done = outcomes.Count(outcome => outcome.Instruction is not null);
        return TypedResults.Json(
            new BulkOutcome(done, outcomes.Count - done, outcomes), statusCode: done == outcomes.Count ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus);
    }

    private static async Task<IResult> UndoAsync(
        string id, UndoRequest request, HttpResponse response, InstructionEvolutionStore store, DecisionUndo undo, Principal principal, CancellationToken cancellationToken)
    {
        if (request.Reason?.Length > LongestReason)
            return Problems.Invalid("undo-invalid", "The reason is too long", $"Give a reason of at most {LongestReason} characters, or none.");
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return InstructionEndpoints.Unknown(id);
        if (request.Version is { } version && version != found.Version)
            return DecisionProblems.Of(new Decided(DecisionOutcome.Conflict, found), id);

        Decided undone = await undo.UndoAsync(found, request.Reason, principal.Name, cancellationToken);
        return undone.Outcome == DecisionOutcome.Done ? InstructionEndpoints.Shown(undone.Instruction!, response) : DecisionProblems.Of(undone, id);
    }

    /// <summary>The problem in one text, the members' errors included.</summary>
    private static string? Explain(ProblemHttpResult problem) =>
        problem.ProblemDetails.Extensions.TryGetValue("errors", out object? errors) && errors is IReadOnlyDictionary<string, string[]> byMember
            ? string.Join("; ", byMember.Select(member => $"{member.Key} {string.Join(", ", member.Value)}"))
            : problem.ProblemDetails.Detail;
}

/// <summary>A decision that is to be taken back.</summary>
/// <param name="Reason">Why; kept in the lineage.</param>
/// <param name="Version">The version that was looked at; another one is answered 409.</param>
internal sealed record UndoRequest(string? Reason, long? Version);
