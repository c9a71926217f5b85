using DialInsight.Contracts.InstructionEvolution;
using MassTransit;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>Keeps a retired instruction out of new runs, also where the retirement overtook the approval.</summary>
internal sealed class InstructionRetiredConsumer(InstructionPool pool) : IConsumer<InstructionRetired>
{
    public Task Consume(ConsumeContext<InstructionRetired> context) => pool.RetireAsync(context.Message, context.CancellationToken);
}
