using DialInsight.Client.Runs;
using DialInsight.Contracts.Labeling;
using DialInsight.PromptAssembly.Runs;
using MassTransit;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Issues a new attempt for a failed one, while its run lives and its slot is empty.</summary>
internal sealed class RedriveRequestedConsumer(PromptAssemblyStore store, RunInputs inputs, AttemptIssuer issuer) : IConsumer<RedriveRequested>
{
    public async Task Consume(ConsumeContext<RedriveRequested> context)
    {
        RedriveRequested fact = context.Message;
        CancellationToken cancellationToken = context.CancellationToken;
        RunDocument? run = (await store.Runs.FindAsync(fact.RunId, cancellationToken))?.Document;
        if (run is not { State: RunState.Running } || await inputs.CellAsync(run.Id, fact.CellId, cancellationToken) is not { } cell)
            return;

        int number = 0;
        while (await store.Attempts.FindAsync(AttemptDocument.IdOf(run.Id, cell.CellId, fact.Slot, number), cancellationToken) is { } known)
        {
            if (known.Document.IsPending || known.Document.State == AttemptState.Accepted || known.Document.RedriveOf == fact.AttemptId)
                return;
            number++;
        }

        await issuer.IssueAsync(run, cell, fact.Slot, number, cancellationToken, fact.AttemptId);
    }
}
