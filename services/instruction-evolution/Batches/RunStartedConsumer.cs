using DialInsight.Contracts.PromptAssembly;
using MassTransit;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Opens a batch for each cell that lacks instructions. A redelivery finds the batches, and has what they told told again.</summary>
internal sealed class RunStartedConsumer(RunBatches batches) : IConsumer<RunStarted>
{
    public Task Consume(ConsumeContext<RunStarted> context) => batches.OpenAsync(context.Message, context.CancellationToken);
}
