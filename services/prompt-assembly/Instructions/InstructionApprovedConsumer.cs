using DialInsight.Contracts.InstructionEvolution;
using MassTransit;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>Keeps a copy of each approved instruction.</summary>
internal sealed class InstructionApprovedConsumer(InstructionPool pool) : IConsumer<InstructionApproved>
{
    public Task Consume(ConsumeContext<InstructionApproved> context) => pool.AddAsync(context.Message, context.CancellationToken);
}
