using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Tuning;

/// <summary>Tunings over HTTP.</summary>
internal static class TuningEndpoints
{
    public static void MapTunings(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder tunings = endpoints.MapGroup("/instructions/operators/tunings").WithTags("Operators");
        tunings.MapPost("/", CreateAsync).RequireRole(Role.Operator)
            .WithSummary("Improves an operator's text: tried on a development set, its failures shown to an optimiser model (the judge), the text that fails least is used from then on.")
            .WithDescription("At most 5 steps on at most 20 instructions: up to 105 calls. Every text is kept with its figures; `key` makes the call repeatable.");
        tunings.MapGet("/", ListAsync).WithSummary("Tunings, newest first.");
        tunings.MapGet("/{id}", GetAsync).WithSummary("A tuning: every text with how often and why its outcomes fell, and which is best.");
    }

    private static async Task<IResult> CreateAsync(
        TuningRequest request, InstructionEvolutionStore store, TranscriptPool transcripts, IDomainPacks packs, Principal principal, TimeProvider time, CancellationToken cancellationToken)
    {
        CellSubject? subject = CellSubject.Find(packs, request.Domain ?? "", request.Scenario ?? "", request.TaskType ?? "", request.Language ?? "");
        if (request.Errors(subject) is { Count: > 0 } errors)
            return Problems.Invalid("tuning-invalid", "The tuning is not valid", errors);

        IReadOnlyList<string> grounding = await transcripts.FirstAsync(request.Scenario!, request.Language!, 1, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        TuningDocument tuning = new()
        {
            Id = DeterministicId.Of(24, "tuning", request.Key ?? Guid.CreateVersion7(now).ToString("N"), request.Domain!, request.Language!, request.Operator!),
            Domain = request.Domain!,
            Scenario = request.Scenario!,
            TaskType = request.TaskType!,
            Language = request.Language!,
            Operator = request.Operator!,
            Development = request.Development ?? [.. subject!.Exemplars.Take(TuningRequest.UsualDevelopment).Select(exemplar => exemplar.Text)],
            Steps = request.Steps ?? TuningRequest.UsualSteps,
            TranscriptId = grounding.Count == 0 ? null : grounding[0],
            RequestedBy = principal.Name,
            RequestedAt = now,
        };
        await store.Tunings.InsertAsync(tuning, cancellationToken);
        return TypedResults.Accepted($"/instructions/operators/tunings/{tuning.Id}", (await store.Tunings.FindAsync(tuning.Id, cancellationToken))!.Document);
    }

    private static async Task<PageResponse<TuningDocument>> ListAsync([AsParameters] PageRequest page, InstructionEvolutionStore store, CancellationToken cancellationToken) =>
        PageResponse.From(await store.Tunings.PageAsync(Query.All.OrderBy("requestedAt", descending: true), page.Cursor, page.Size, cancellationToken), tuning => tuning);

    private static async Task<IResult> GetAsync(string id, InstructionEvolutionStore store, CancellationToken cancellationToken) =>
        await store.Tunings.FindAsync(id, cancellationToken) is { } found
            ? TypedResults.Ok(found.Document)
            : Problems.NotFound("tuning-unknown", "No such tuning", $"There is no tuning {id}. GET /instructions/operators/tunings lists those that are.");
}

/// <summary>An operator whose text is to be improved.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Scenario">The scenario that the trials are grounded in.</param>
/// <param name="TaskType">Their task type.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Development">The instructions to try it on, 2 to 20; null takes the pack's exemplars for the task.</param>
/// <param name="Steps">How often the optimiser is asked, 1 to 5; 3 when absent.</param>
/// <param name="Key">Makes the call repeatable.</param>
internal sealed record TuningRequest(
    string? Domain, string? Scenario, string? TaskType, string? Language, string? Operator, IReadOnlyList<string>? Development, int? Steps, string? Key)
{
    /// <summary>What holds where the request says nothing.</summary>
    public const int UsualDevelopment = 10, UsualSteps = 3;

    private const int MostDevelopment = 20, MostSteps = 5;

    /// <summary>What is wrong with the request, by member; empty when nothing is.</summary>
    public Dictionary<string, string[]> Errors(CellSubject? subject)
    {
        Dictionary<string, string[]> errors = [];
        if (subject is null)
            errors["domain"] = ["cannot be used: no loaded pack has this scenario and task type in this language"];
        if (!InstructionPrompt.Operators.Contains(Operator))
            errors["operator"] = [$"must be one of: {string.Join(", ", InstructionPrompt.Operators)}"];
        if (Development is { } given && (given.Count is < 2 or > MostDevelopment || given.Any(text => PersonText.Fault(text) is not null)))
            errors["development"] = [$"must be 2 to {MostDevelopment} instructions of at most {PersonText.Longest} characters"];
        if (Steps is < 1 or > MostSteps)
            errors["steps"] = [$"must be 1 to {MostSteps}"];
        return errors;
    }
}
