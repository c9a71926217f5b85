using DialInsight.Storage;

namespace DialInsight.Labeling.Runs;

/// <summary>A run that is over: what is still queued for it is skipped.</summary>
internal sealed record EndedRunDocument(string Id, DateTimeOffset EndedAt)
{
    public static readonly CollectionDefinition<EndedRunDocument> Definition = new("ended-runs", run => run.Id);
}
