using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Ends a cycle of a batch: begins another where it came out short, else completes the batch.</summary>
internal sealed class BatchEnd(BatchInstructions instructions, TimeProvider time)
{
    /// <summary>How often a batch is worked through until it has enough.</summary>
    public const int Cycles = 3;

    /// <summary>The batch in its next cycle, or completed.</summary>
    public async Task<BatchDocument> CloseCycleAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        int approved = (await instructions.ApprovedAsync(batch, cancellationToken)).Count;
        if (approved >= batch.Wanted)
            return await CompleteAsync(batch, shortfall: null, cancellationToken);
        if (batch.Cycle + 1 < Cycles)
            return batch with { State = BatchState.Seeding, Cycle = batch.Cycle + 1, CycleDraws = 0, SeedsLacking = null, Round = 0 };
        return await CompleteAsync(batch, $"{approved} of {batch.Wanted} after {Cycles} cycles: {Causes(batch)}", cancellationToken);
    }

    /// <summary>The batch, completed with what was approved.</summary>
    public async Task<BatchDocument> CompleteAsync(BatchDocument batch, string? shortfall, CancellationToken cancellationToken)
    {
        IReadOnlyList<InstructionDocument> approved = await instructions.ApprovedAsync(batch, cancellationToken);
        List<Versioned<InstructionDocument>> own = await instructions.ListAsync(batch.Id, cancellationToken);
        return batch with
        {
            State = BatchState.Completed,
            CompletedAt = time.GetUtcNow(),
            InstructionIds = [.. approved.Select(instruction => instruction.Id).Order(StringComparer.Ordinal)],
            Rejected = batch.Drops.Values.Sum() + own.Count(item => item.Document.Rejection == RejectionReason.AtGate),
            Shortfall = shortfall,
        };
    }

    private static string Causes(BatchDocument batch)
    {
        string drops = string.Join("; ", batch.Drops.OrderByDescending(drop => drop.Value).ThenBy(drop => drop.Key).Select(drop => $"{RejectionWords.Of(drop.Key)} ({drop.Value})"));
        return drops.Length == 0 ? "the gates kept no more" : $"candidates fell: {drops}";
    }
}
