using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>A run whose late samples are not worked.</summary>
/// <param name="Id">The run.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="At">When (UTC).</param>
internal sealed record EndedRun(string Id, RunEnding Ending, DateTimeOffset At)
{
    /// <summary>The collection <c>ended-runs</c>.</summary>
    public static CollectionDefinition<EndedRun> Definition { get; } = new("ended-runs", run => run.Id);
}
