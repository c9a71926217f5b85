using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>How <see cref="InstructionApprovedConsumer"/> is run.</summary>
internal sealed class InstructionApprovedConsumerDefinition()
    : ServiceConsumerDefinition<InstructionApprovedConsumer>(PromptAssemblyStore.Database, concurrency: 16, prefetch: 64);
