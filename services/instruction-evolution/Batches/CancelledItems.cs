using DialInsight.InstructionEvolution.Curation;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Takes the instructions of cancelled batches out of the gates' queues: nobody's decision on them would come to anything.</summary>
internal sealed class CancelledItems(InstructionEvolutionStore store, BatchInstructions instructions, TimeProvider time)
{
    private static readonly object[] s_gates = [Gate.Curation, Gate.Screening, Gate.Refinement];

    /// <summary>Takes out what waits in a batch.</summary>
    public async Task TakeOutAsync(string batchId, CancellationToken cancellationToken)
    {
        Query waiting = Query.All.Where("batch", batchId).WhereIn("gate", s_gates);
        List<Versioned<InstructionDocument>> left = await instructions.ReadAsync(waiting, cancellationToken);
        while (left.Count > 0)
        {
            foreach (Versioned<InstructionDocument> item in left)
            {
                InstructionDocument cancelled = item.Document.Into(new Transition(InstructionState.Rejected, "batch:cancelled", time.GetUtcNow(), nameof(RejectionReason.Cancelled)));
                await store.Instructions.ReplaceAsync(cancelled with { Gate = null, Rejection = RejectionReason.Cancelled }, item.Version, cancellationToken);
            }

            left = await instructions.ReadAsync(waiting, cancellationToken);
        }
    }

    /// <summary>Does so for every cancelled batch of which something waits, whatever came in between.</summary>
    public async Task TakeOutAllAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, long> waiting = await store.Instructions.CountByAsync(Query.All.WhereIn("gate", s_gates), "batch", cancellationToken);
        string[] batches = [.. waiting.Keys.Where(id => id.Length > 0)];
        foreach (Versioned<BatchDocument> batch in await store.Batches.FindManyAsync(batches, cancellationToken))
        {
            if (batch.Document.State == BatchState.Cancelled)
                await TakeOutAsync(batch.Document.Id, cancellationToken);
        }
    }
}
