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
    public static void MapDecisions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/instructions/{id}/decision", DecideAsync).RequireRole(Role.Curator).WithTags("Instructions")
            .WithSummary("Decides on an instruction at the gate it waits at: keep, edit or reject.")
            .WithDescription("Give the version that was looked at (`version`, answered 409 when it is another, or If-Match, answered 412).");

    private static async Task<IResult> DecideAsync(
        string id,
        DecisionRequest request,
        HttpResponse response,
        InstructionEvolutionStore store,
        Curator curator,
        Principal principal,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        CancellationToken cancellationToken)
    {
        if (request.Errors() is { Count: > 0 } errors)
            return Problems.Invalid("decision-invalid", "The decision is not valid", "Correct the members named in errors.", errors);
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return InstructionEndpoints.Unknown(id);
        if (ifMatch is not null && ifMatch != "*" && ifMatch != $"\"{found.Version}\"")
            return Changed(StatusCodes.Status412PreconditionFailed, found);
        if (request.Version is { } version && version != found.Version)
            return Changed(StatusCodes.Status409Conflict, found);

        (DecisionOutcome outcome, Versioned<InstructionDocument>? decided) = await curator.DecideAsync(found, request, principal.Name, cancellationToken);
        return outcome switch
        {
            DecisionOutcome.Done => InstructionEndpoints.Shown(decided!, response),
            DecisionOutcome.NotAtGate => Problems.Conflict(
                "instruction-not-at-gate", "The instruction waits at no gate", $"It is {found.Document.State.ToString().ToLowerInvariant()}."),
            DecisionOutcome.TextExists => Problems.Conflict(
                "instruction-exists", "The cell has an instruction with this text", $"It is {decided!.Document.Id}. Reject this one, or write another text."),
            _ => Changed(ifMatch is null ? StatusCodes.Status409Conflict : StatusCodes.Status412PreconditionFailed, found),
        };
    }

    private static ProblemHttpResult Changed(int status, Versioned<InstructionDocument> found) =>
        Problems.Create(
            status,
            "instruction-changed",
            "Somebody else decided first",
            $"It was read as version {found.Version}, which is not the one that was looked at or no longer the latest. Read it again and decide again.",
            errors: null);
}
