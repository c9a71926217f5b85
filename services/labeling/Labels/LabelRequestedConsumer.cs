using DialInsight.Contracts.PromptAssembly;
using MassTransit;

namespace DialInsight.Labeling.Labels;

/// <summary>Answers one label request. Safe to run twice: the attempt's id decides.</summary>
internal sealed class LabelRequestedConsumer(LabelWork work) : IConsumer<LabelRequested>
{
    public Task Consume(ConsumeContext<LabelRequested> context) => work.DoAsync(context.Message.Assignment, context.CancellationToken);
}
