using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.LanguageModels;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Suggestions over HTTP.</summary>
internal static class SuggestionEndpoint
{
    private const int LongestGuidance = 500;

    public static void MapSuggestions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/instructions/{id}/suggestions", SuggestAsync).RequireRole(Role.Curator).WithTags("Gates")
            .WithSummary("Has a model suggest a better version, to look at beside the instruction; an edit may begin with it.");

    private static async Task<IResult> SuggestAsync(
        string id, SuggestionRequest request, HttpResponse response, InstructionEvolutionStore store, Suggester suggester, Principal principal, CancellationToken cancellationToken)
    {
        if (request.Guidance is { } guidance && (guidance.Length > LongestGuidance || guidance.Contains("{{", StringComparison.Ordinal)))
            return Problems.Invalid("guidance-invalid", "The guidance is not valid", $"Say in at most {LongestGuidance} characters, without {{{{, what should be better; or nothing.");
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return InstructionEndpoints.Unknown(id);
        if (found.Document.Gate is null && found.Document.State != InstructionState.Approved)
            return DecisionProblems.Of(new Decided(DecisionOutcome.NotAtGate, found), id);
        if (found.Document.Suggestions.Count >= Suggester.Most)
            return Problems.Conflict("suggestions-exhausted", "There are enough suggestions", $"An instruction gets at most {Suggester.Most}: take one into an edit, or write your own.");

        try
        {
            (Versioned<InstructionDocument>? suggested, RejectionReason? fault) = await suggester.SuggestAsync(found, request.Guidance, principal.Name, cancellationToken);
            if (suggested is not null)
                return InstructionEndpoints.Shown(suggested, response);
            return fault is null ? InstructionEndpoints.Unknown(id) : Unusable($"The model's answer cannot be used: {RejectionWords.Of(fault.Value)}.");
        }
        catch (ModelRefusedRequestException)
        {
            return Unusable("The model's endpoint refuses the request: look at its settings.");
        }
    }

    private static ProblemHttpResult Unusable(string detail) =>
        Problems.Create(StatusCodes.Status502BadGateway, "suggestion-unusable", "The model suggested nothing of use", detail, errors: null);
}

/// <summary>What a suggestion should make better.</summary>
/// <param name="Guidance">In a person's words, at most 500 characters; null leaves it to the model.</param>
internal sealed record SuggestionRequest(string? Guidance);
