using DialInsight.Contracts;
using DialInsight.Contracts.InstructionEvolution;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>What a batch's document tells the other services.</summary>
internal static class BatchFacts
{
    public static IEnumerable<IFact> Of(BatchDocument batch)
    {
        if (batch.CompletedAt is not { } completedAt)
            yield break;

        yield return new BatchCompleted
        {
            Id = DeterministicId.Guid("batch-completed", batch.Id),
            OccurredAt = completedAt,
            BatchId = batch.Id,
            RunId = batch.RunId,
            CellId = batch.CellId,
            Domain = batch.Domain,
            Scenario = batch.Scenario,
            TaskType = batch.TaskType,
            Language = batch.Language,
            Requested = batch.Wanted,
            InstructionIds = batch.InstructionIds,
            Rejected = batch.Rejected,
            Shortfall = batch.Shortfall,
            Spend = batch.Spend,
        };
    }
}
