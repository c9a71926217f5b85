using DialInsight.Contracts.PromptAssembly;
using MassTransit;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Stops the batches of a run that is over.</summary>
internal sealed class RunEndedConsumer(RunBatches batches) : IConsumer<RunEnded>
{
    public Task Consume(ConsumeContext<RunEnded> context) => batches.CancelAsync(context.Message, context.CancellationToken);
}
