using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>A run that is over: its batches are worked no more, also those that are told of later.</summary>
internal sealed record EndedRunDocument(string Id)
{
    public static readonly CollectionDefinition<EndedRunDocument> Definition = new("ended-runs", run => run.Id);
}
