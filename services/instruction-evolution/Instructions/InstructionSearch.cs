using System.ComponentModel;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>Which instructions are looked for; what is absent does not matter.</summary>
internal sealed record InstructionSearch(
    [property: Description("Where they stand: seeded, curated, evolved, screened, refined, approved, rejected or retired.")] Named<InstructionState>? State,
    [property: Description("The gate they wait at: curation, screening or refinement.")] Named<Gate>? Gate,
    [property: Description("The domain pack.")] string? Domain,
    [property: Description("The scenario.")] string? Scenario,
    [property: Description("The task type.")] string? TaskType,
    [property: Description("zh or en.")] string? Language,
    [property: Description("The batch.")] string? Batch,
    [property: Description("The operator that made them, or edit.")] string? Operator,
    [property: Description("human, or the model's name.")] string? Origin,
    [property: Description("Why they fell.")] Named<RejectionReason>? Rejection,
    [property: Description("The seed they descend from.")] string? Root,
    [property: Description("Newest first; oldest first otherwise.")] bool? Newest)
{
    /// <summary>The query, oldest first unless the newest are wanted.</summary>
    public Query ToQuery()
    {
        Query query = Query.All.OrderBy("createdAt", descending: Newest ?? false);
        query = State is { } state ? query.Where("state", state.Value) : query;
        query = Gate is { } gate ? query.Where("gate", gate.Value) : query;
        query = Domain is null ? query : query.Where("domain", Domain);
        query = Scenario is null ? query : query.Where("scenario", Scenario);
        query = TaskType is null ? query : query.Where("taskType", TaskType);
        query = Language is null ? query : query.Where("language", Language);
        query = Operator is null ? query : query.Where("operator", Operator);
        query = Origin is null ? query : query.Where("origin", Origin);
        query = Rejection is { } rejection ? query.Where("rejection", rejection.Value) : query;
        query = Root is null ? query : query.Where("root", Root);
        return Batch is null ? query : query.Where("batch", Batch);
    }
}
