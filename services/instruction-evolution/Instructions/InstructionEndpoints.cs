using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>Instructions over HTTP.</summary>
internal static class InstructionEndpoints
{
    public static void MapInstructions(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder instructions = endpoints.MapGroup("/instructions").WithTags("Instructions");
        instructions.MapGet("/", ListAsync).WithSummary("Instructions, by state, gate and what they are for; `gate=curation|screening|refinement` is the queue of a gate.");
        instructions.MapGet("/{id}", GetAsync).WithSummary("An instruction with its history.");
        instructions.MapPost("/", AddAsync).RequireRole(Role.Curator).WithSummary("Adds a person's own instruction: approved by that person.");
        instructions.MapPost("/{id}/versions", ReviseAsync).RequireRole(Role.Curator).WithSummary("Puts a better version in an approved instruction's place, which is retired.");
        instructions.MapPost("/{id}/retire", RetireAsync).RequireRole(Role.Curator).WithSummary("Keeps an approved instruction out of new runs.");
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] PageRequest page, [AsParameters] InstructionSearch search, InstructionEvolutionStore store, CancellationToken cancellationToken)
    {
        try
        {
            Page<InstructionDocument> found = await store.Instructions.PageAsync(search.ToQuery(), page.Cursor, page.Size, cancellationToken);
            return TypedResults.Ok(new PageResponse<InstructionView>([.. found.Items.Select(InstructionView.Of)], found.NextCursor));
        }
        catch (ArgumentException)
        {
            return Problems.Invalid("cursor-invalid", "The cursor is not valid", "Give the nextCursor of an answer to the same query, or none.");
        }
    }

    private static async Task<IResult> GetAsync(
        string id, HttpResponse response, InstructionEvolutionStore store, GateFindings findings, CancellationToken cancellationToken)
    {
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return Unknown(id);
        Tag(found, response);
        return TypedResults.Ok(InstructionView.Of(found) with { Findings = found.Document.Gate is null ? null : await findings.LookAsync(found.Document, cancellationToken) });
    }

    private static async Task<IResult> AddAsync(
        NewInstruction request, HttpResponse response, Curator curator, IDomainPacks packs, Principal principal, CancellationToken cancellationToken)
    {
        if (request.Errors(packs) is { Count: > 0 } errors)
            return Problems.Invalid("instruction-invalid", "The instruction is not valid", errors);

        (bool added, Versioned<InstructionDocument> instruction) = await curator.AddAsync(request.ToDraft(), principal.Name, cancellationToken);
        if (!added)
        {
            return instruction.Document is { State: InstructionState.Approved, IsExemplar: true }
                ? Shown(instruction, response)
                : Problems.Conflict(
                    "instruction-exists", "The cell has this instruction", $"It is {instruction.Document.Id}, {instruction.Document.State.ToString().ToLowerInvariant()}.");
        }

        Tag(instruction, response);
        return TypedResults.Created($"/instructions/{instruction.Document.Id}", InstructionView.Of(instruction));
    }

    private static async Task<IResult> RetireAsync(
        string id, RetireRequest request, HttpResponse response, InstructionEvolutionStore store, Curator curator, Principal principal, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > 1000)
            return Problems.Invalid("retirement-invalid", "A retirement needs a reason", "Give a reason of at most 1,000 characters.");
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return Unknown(id);

        Decided retired = await curator.RetireAsync(found, request.Reason, principal.Name, cancellationToken);
        return retired.Outcome switch
        {
            DecisionOutcome.Done => Shown(retired.Instruction!, response),
            DecisionOutcome.Conflict => DecisionProblems.Of(retired, id),
            _ => NotApproved(found),
        };
    }

    private static async Task<IResult> ReviseAsync(
        string id, VersionRequest request, HttpResponse response, InstructionEvolutionStore store, Curator curator, Principal principal, CancellationToken cancellationToken)
    {
        Dictionary<string, string[]> errors = [];
        if (PersonText.Fault(request.Text) is { } fault)
            errors["text"] = [fault];
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > 1000)
            errors["reason"] = ["must have 1 to 1000 characters"];
        if (errors.Count > 0)
            return Problems.Invalid("version-invalid", "The version is not valid", errors);
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return Unknown(id);

        Decided revised = await curator.ReviseAsync(found, request.Text!.Trim(), request.Reason!, principal.Name, cancellationToken);
        return revised.Outcome switch
        {
            DecisionOutcome.Done => Shown(revised.Instruction!, response),
            DecisionOutcome.NotAtGate => NotApproved(found),
            _ => DecisionProblems.Of(revised, id),
        };
    }

    /// <summary>The answer that shows an instruction, its version as ETag.</summary>
    public static Ok<InstructionView> Shown(Versioned<InstructionDocument> instruction, HttpResponse response)
    {
        Tag(instruction, response);
        return TypedResults.Ok(InstructionView.Of(instruction));
    }

    private static ProblemHttpResult NotApproved(Versioned<InstructionDocument> found) => Problems.Conflict(
        "instruction-state", "Only an approved instruction can be retired or replaced", $"It is {found.Document.State.ToString().ToLowerInvariant()}.");

    /// <summary>The answer where there is no such instruction.</summary>
    public static ProblemHttpResult Unknown(string id) =>
        Problems.NotFound("instruction-unknown", "No such instruction", $"There is no instruction {id}. GET /instructions lists those that are.");

    private static void Tag(Versioned<InstructionDocument> instruction, HttpResponse response) => response.Headers.ETag = $"\"{instruction.Version}\"";
}
