using DialInsight.Contracts.Labeling;
using DialInsight.PromptAssembly.Runs;
using MassTransit;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Settles the attempt that gave no label.</summary>
internal sealed class LabelingFailedConsumer(VerdictReceiver receiver, RefusedAccess access) : IConsumer<LabelingFailed>
{
    public async Task Consume(ConsumeContext<LabelingFailed> context)
    {
        if (context.Message.Class == FailureClass.KeyRefused)
            await access.NoteAsync(context.Message, context.CancellationToken);
        await receiver.ReceiveAsync(Verdict.Of(context.Message), context.CancellationToken);
    }
}
