using DialInsight.Contracts.InstructionEvolution;
using MassTransit;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>Keeps what a cell's batch came to; the cell opens once its instructions have arrived too.</summary>
internal sealed class BatchCompletedConsumer(PromptAssemblyStore store) : IConsumer<BatchCompleted>
{
    public async Task Consume(ConsumeContext<BatchCompleted> context)
    {
        BatchCompleted fact = context.Message;
        if (fact is not { RunId: { } runId, CellId: { } cellId })
            return;

        await store.Batches.InsertAsync(
            new BatchDocument
            {
                Id = BatchDocument.IdOf(runId, cellId),
                RunId = runId,
                InstructionIds = fact.InstructionIds,
                Shortfall = fact.Shortfall,
                Spend = fact.Spend,
            },
            context.CancellationToken);
    }
}
