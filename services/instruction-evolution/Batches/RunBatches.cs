using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>The batches that runs ask for.</summary>
internal sealed class RunBatches(
    InstructionEvolutionStore store, FactLog<BatchDocument> batches, FactLog<InstructionDocument> instructions, CancelledItems cancelled)
{
    /// <summary>Opens a batch for each cell of a run that lacks instructions; tells again what batches that are there have told.</summary>
    public async Task OpenAsync(RunStarted run, CancellationToken cancellationToken)
    {
        BatchDocument[] wanted = [.. run.Cells.Select((cell, order) => BatchOf(run, cell, order)).Where(batch => batch.Wanted > 0)];
        IReadOnlyList<bool> opened = await store.Batches.InsertManyAsync(wanted, cancellationToken);
        for (int index = 0; index < wanted.Length; index++)
        {
            if (!opened[index])
                await TellAgainAsync(wanted[index].Id, cancellationToken);
        }
    }

    /// <summary>Stops the run's batches, and those that are told of later.</summary>
    public async Task CancelAsync(RunEnded run, CancellationToken cancellationToken)
    {
        await store.EndedRuns.InsertAsync(new EndedRunDocument(run.RunId), cancellationToken);
        await foreach (Versioned<BatchDocument> batch in store.Batches.StreamAsync(Query.All.Where("run", run.RunId), cancellationToken))
            await CancelAsync(batch.Document.Id, cancellationToken);
    }

    private async Task CancelAsync(string id, CancellationToken cancellationToken)
    {
        while (await store.Batches.FindAsync(id, cancellationToken) is { Document.IsOver: false } batch)
            await store.Batches.ReplaceAsync(batch.Document with { State = BatchState.Cancelled }, batch.Version, cancellationToken);
        if (await store.Batches.FindAsync(id, cancellationToken) is { Document.State: BatchState.Cancelled })
            await cancelled.TakeOutAsync(id, cancellationToken);
    }

    private async Task TellAgainAsync(string batchId, CancellationToken cancellationToken)
    {
        BatchDocument batch = (await store.Batches.FindAsync(batchId, cancellationToken))!.Document;
        foreach (Versioned<InstructionDocument> instruction in await store.Instructions.FindManyAsync([.. batch.InstructionIds], cancellationToken))
            await instructions.PublishAsync(instruction.Document, cancellationToken);
        await batches.PublishAsync(batch, cancellationToken);
    }

    private static BatchDocument BatchOf(RunStarted run, RunCell cell, int order) => new()
    {
        Id = BatchDocument.IdOf(run.RunId, cell.CellId),
        RunId = run.RunId,
        CellId = cell.CellId,
        Order = order,
        Domain = run.Domain,
        Scenario = cell.Scenario,
        TaskType = cell.TaskType,
        Language = run.Language,
        Wanted = cell.InstructionsWanted,
        Curation = run.Curation,
        GroundingTranscripts = cell.GroundingTranscripts,
        RequestedAt = run.OccurredAt,
        RequestedBy = $"run:{run.RunId}",
    };
}
