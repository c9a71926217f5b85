using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>A batch's instructions, as its steps read them.</summary>
internal sealed class BatchInstructions(InstructionEvolutionStore store)
{
    /// <summary>The batch's instructions in their order: by cycle, place and round.</summary>
    public async Task<List<Versioned<InstructionDocument>>> ListAsync(string batchId, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync(Query.All.Where("batch", batchId), cancellationToken))
            .OrderBy(item => item.Document.Cycle)
            .ThenBy(item => item.Document.Position)
            .ThenBy(item => item.Document.Round)
            .ThenBy(item => item.Document.Id, StringComparer.Ordinal),
    ];

    /// <summary>The instructions approved for the batch's cell since it was asked for: its own, and what people added meanwhile.</summary>
    public async Task<IReadOnlyList<InstructionDocument>> ApprovedAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        Query query = Query.All.Where("pool", batch.Pool).Where("state", InstructionState.Approved);
        return
        [
            .. (await ReadAsync(query, cancellationToken))
                .Select(item => item.Document)
                .Where(instruction => instruction.BatchId == batch.Id || instruction.ApprovedAt >= batch.RequestedAt),
        ];
    }

    /// <summary>Everything a query finds.</summary>
    public async Task<List<Versioned<InstructionDocument>>> ReadAsync(Query query, CancellationToken cancellationToken)
    {
        List<Versioned<InstructionDocument>> found = [];
        await foreach (Versioned<InstructionDocument> instruction in store.Instructions.StreamAsync(query, cancellationToken))
            found.Add(instruction);
        return found;
    }
}
