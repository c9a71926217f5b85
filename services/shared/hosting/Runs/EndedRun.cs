using DialInsight.Storage;

namespace DialInsight.Hosting.Runs;

/// <summary>A run that is over.</summary>
/// <param name="Id">The run.</param>
/// <param name="EndedAt">When (UTC).</param>
internal sealed record EndedRun(string Id, DateTimeOffset EndedAt)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<EndedRun> Definition { get; } = new("ended-runs", run => run.Id);
}
