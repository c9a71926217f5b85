using DialInsight.Client.Runs;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>What a run's document tells the other services.</summary>
internal static class RunFacts
{
    public static IEnumerable<IFact> Of(RunDocument run)
    {
        if (run.StartedAt is { } startedAt)
            yield return Started(run, startedAt);
        if (run.CompletedAt is { } completedAt)
            yield return Completed(run, completedAt);
        if (run.EndedAt is { } endedAt)
            yield return Ended(run, endedAt);
    }

    private static RunStarted Started(RunDocument run, DateTimeOffset at) => new()
    {
        Id = DeterministicId.Guid("run-started", run.Id),
        OccurredAt = at,
        RunId = run.Id,
        Recipe = run.Recipe.Name,
        Domain = run.Recipe.Domain,
        Language = run.Recipe.Language,
        Seed = run.Recipe.Seed,
        Curation = run.Recipe.Curation,
        Cells = run.Cells,
        Gate = run.Recipe.Gate,
        Selection = run.Recipe.Selection,
    };

    private static RunCompleted Completed(RunDocument run, DateTimeOffset at) => new()
    {
        Id = DeterministicId.Guid("run-completed", run.Id),
        OccurredAt = at,
        RunId = run.Id,
        Recipe = run.Recipe.Name,
        RecipeText = RecipeText.Json(run.Recipe),
        Domain = run.Domain,
        Language = run.Recipe.Language,
        Seed = run.Recipe.Seed,
        Cells = run.Outcomes,
        Gate = run.Recipe.Gate,
        Selection = run.Recipe.Selection,
        Exports = run.Recipe.Exports,
        Spend = run.Spend,
    };

    private static RunEnded Ended(RunDocument run, DateTimeOffset at) => new()
    {
        Id = DeterministicId.Guid("run-ended", run.Id),
        OccurredAt = at,
        RunId = run.Id,
        Ending = run.State switch
        {
            RunState.Released => RunEnding.Released,
            RunState.Refused => RunEnding.Refused,
            _ => RunEnding.Cancelled,
        },
    };
}
