using DialInsight.PromptAssembly.Instructions;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Budgets;

/// <summary>Counts what a run costs from its documents: attempts, prompts that a model merged, and batches of instructions.</summary>
internal sealed class RunSpend(PromptAssemblyStore store)
{
    public async Task<RunCost> CountAsync(string runId, CancellationToken cancellationToken)
    {
        RunCost attempts = CostClass.Sum(await store.Attempts.CountByAsync(Query.All.Where("run", runId), "cost", cancellationToken));
        RunCost prompts = CostClass.Sum(await store.Prompts.CountByAsync(Query.All.Where("paidBy", runId), "cost", cancellationToken));
        decimal batches = 0;
        await foreach (Versioned<BatchDocument> batch in store.Batches.StreamAsync(Query.All.Where("run", runId), cancellationToken))
            batches += batch.Document.Spend.Sum(spend => spend.Cost);
        return attempts + prompts + new RunCost(batches, 0);
    }
}
