using DialInsight.Contracts.Labeling;
using MassTransit;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Has a failed attempt tried again.</summary>
internal sealed class RedriveRequestedConsumer(Redriving redriving) : IConsumer<RedriveRequested>
{
    public Task Consume(ConsumeContext<RedriveRequested> context)
    {
        RedriveRequested fact = context.Message;
        return redriving.AskAsync(
            new RedriveDocument { AttemptId = fact.AttemptId, RunId = fact.RunId, CellId = fact.CellId, Slot = fact.Slot }, context.CancellationToken);
    }
}
