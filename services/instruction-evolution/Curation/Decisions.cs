using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Decisions as requests bring them: one alone, or one of many.</summary>
internal sealed class Decisions(InstructionEvolutionStore store, Curator curator)
{
    /// <summary>Carries out a decision. The outcome is the instruction, or its new version, or the problem that stands in the way.</summary>
    /// <param name="id">The instruction.</param>
    /// <param name="request">The decision.</param>
    /// <param name="ifMatch">The header If-Match; null where there is none.</param>
    /// <param name="by">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(Versioned<InstructionDocument>? Instruction, ProblemHttpResult? Problem)> CarryOutAsync(
        string id, DecisionRequest request, string? ifMatch, string by, CancellationToken cancellationToken)
    {
        if (request.Errors() is { Count: > 0 } errors)
            return (null, Problems.Invalid("decision-invalid", "The decision is not valid", errors));
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return (null, InstructionEndpoints.Unknown(id));

        int changed = ifMatch is null ? StatusCodes.Status409Conflict : StatusCodes.Status412PreconditionFailed;
        bool outdated = (ifMatch is not (null or "*") && ifMatch != $"\"{found.Version}\"") || (request.Version is { } version && version != found.Version);
        Decided decided = outdated ? new Decided(DecisionOutcome.Conflict, found) : await curator.DecideAsync(found, request, by, cancellationToken);
        return decided.Outcome == DecisionOutcome.Done ? (decided.Instruction, null) : (null, DecisionProblems.Of(decided, id, changed));
    }
}
