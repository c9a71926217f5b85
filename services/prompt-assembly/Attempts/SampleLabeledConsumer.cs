using DialInsight.Contracts.Labeling;
using DialInsight.Storage;
using MassTransit;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Notes on the attempt what its label used.</summary>
internal sealed class SampleLabeledConsumer(PromptAssemblyStore store) : IConsumer<SampleLabeled>
{
    public async Task Consume(ConsumeContext<SampleLabeled> context)
    {
        SampleLabeled fact = context.Message;
        if (fact.Spend.All(spend => spend.Calls == 0))
            return;

        Versioned<AttemptDocument>? attempt;
        do
        {
            attempt = await store.Attempts.FindAsync(fact.Assignment.AttemptId, context.CancellationToken);
            if (attempt is null or { Document.LabelSpend.Count: > 0 })
                return;
        }
        while (!await store.Attempts.ReplaceAsync(attempt.Document with { LabelSpend = fact.Spend }, attempt.Version, context.CancellationToken));
    }
}
