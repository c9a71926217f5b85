using DialInsight.Contracts.InstructionEvolution;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>The approved instructions that runs draw from.</summary>
internal sealed class InstructionPool(PromptAssemblyStore store)
{
    /// <summary>Keeps an instruction unless it, or its retirement, is there.</summary>
    public Task AddAsync(InstructionApproved fact, CancellationToken cancellationToken) =>
        store.Instructions.InsertAsync(
            new InstructionDocument
            {
                Id = fact.InstructionId,
                Domain = fact.Domain,
                Scenario = fact.Scenario,
                TaskType = fact.TaskType,
                Language = fact.Language,
                Text = fact.Text,
                BatchId = fact.BatchId,
            },
            cancellationToken);

    /// <summary>Marks an instruction as retired; one that is not known yet is kept as a tombstone that its approval will find.</summary>
    public async Task RetireAsync(InstructionRetired fact, CancellationToken cancellationToken)
    {
        Versioned<InstructionDocument>? known = await store.Instructions.FindAsync(fact.InstructionId, cancellationToken);
        InstructionDocument retired = known is not null ? known.Document with { Retired = true } : new InstructionDocument
        {
            Id = fact.InstructionId,
            Domain = "",
            Scenario = "",
            TaskType = "",
            Language = "",
            Text = "",
            Retired = true,
        };
        await store.Instructions.UpsertAsync(retired, cancellationToken);
    }

    /// <summary>The instructions of a pool that are not retired, ordered by id.</summary>
    public async Task<List<InstructionDocument>> ListAsync(string domain, string scenario, string taskType, string language, CancellationToken cancellationToken)
    {
        List<InstructionDocument> instructions = [];
        Query query = Query.All.Where("pool", InstructionDocument.PoolOf(domain, scenario, taskType, language)).Where("retired", false);
        await foreach (Versioned<InstructionDocument> instruction in store.Instructions.StreamAsync(query, cancellationToken))
            instructions.Add(instruction.Document);

        return instructions;
    }
}
