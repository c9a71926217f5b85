using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>Which instructions are looked for; what is absent does not matter.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Gate">The gate they wait at.</param>
/// <param name="Domain">The domain pack.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="TaskType">The task type.</param>
/// <param name="Language">The language.</param>
/// <param name="Batch">The batch.</param>
/// <param name="Operator">The operator that made them, or <c>edit</c>.</param>
/// <param name="Origin"><c>human</c>, or the model's name.</param>
/// <param name="Rejection">Why they fell.</param>
/// <param name="Root">The seed they descend from.</param>
/// <param name="Newest">Newest first.</param>
internal sealed record InstructionSearch(
    Named<InstructionState>? State,
    Named<Gate>? Gate,
    string? Domain,
    string? Scenario,
    string? TaskType,
    string? Language,
    string? Batch,
    string? Operator,
    string? Origin,
    Named<RejectionReason>? Rejection,
    string? Root,
    bool? Newest)
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
