using DialInsight.Contracts.PromptAssembly;
using DialInsight.Labeling.Batches;
using MassTransit;

namespace DialInsight.Labeling.Labels;

/// <summary>Answers one label request, or puts it aside for a batch file. Safe to run twice: the attempt's id decides.</summary>
internal sealed class LabelRequestedConsumer(LabelWork work, BatchTray tray, TimeProvider time) : IConsumer<LabelRequested>
{
    public async Task Consume(ConsumeContext<LabelRequested> context)
    {
        LabelTelemetry.Taken(context.SentTime, time.GetUtcNow());
        if (!await tray.PutAsideAsync(context.Message.Assignment, context.CancellationToken))
            await work.DoAsync(context.Message.Assignment, context.CancellationToken);
    }
}
