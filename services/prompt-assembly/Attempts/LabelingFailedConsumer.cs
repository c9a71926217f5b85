using DialInsight.Contracts.Labeling;
using MassTransit;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Settles the attempt that gave no label.</summary>
internal sealed class LabelingFailedConsumer(VerdictReceiver receiver) : IConsumer<LabelingFailed>
{
    public Task Consume(ConsumeContext<LabelingFailed> context) => receiver.ReceiveAsync(Verdict.Of(context.Message), context.CancellationToken);
}
