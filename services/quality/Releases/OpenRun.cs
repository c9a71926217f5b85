using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>A run that began to be filled, as far as a report on it needs to know before it completes.</summary>
/// <param name="Id">The run.</param>
/// <param name="Started">What was said of it.</param>
internal sealed record OpenRun(string Id, RunStarted Started)
{
    /// <summary>The collection <c>open-runs</c>.</summary>
    public static CollectionDefinition<OpenRun> Definition { get; } = new("open-runs", run => run.Id);

    /// <summary>The run as it would be told of if it completed now. How many attempts are under way is known elsewhere: only those that came to be judged count as asked for.</summary>
    public RunCompleted AsOfNow() => new()
    {
        Id = Started.Id,
        OccurredAt = Started.OccurredAt,
        RunId = Started.RunId,
        Recipe = Started.Recipe,
        RecipeText = "",
        Domain = Started.Domain,
        Language = Started.Language,
        Seed = Started.Seed,
        Gate = Started.Gate,
        Selection = Started.Selection,
        Cells =
        [
            .. Started.Cells.Select(cell => new CellOutcome
            {
                CellId = cell.CellId,
                Scenario = cell.Scenario,
                TaskType = cell.TaskType,
                Target = cell.Target,
                Requested = 0,
                Accepted = 0,
                Rejected = 0,
                Failed = 0,
            }),
        ],
    };
}
