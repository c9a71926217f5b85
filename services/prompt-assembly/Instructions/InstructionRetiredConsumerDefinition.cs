using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>How <see cref="InstructionRetiredConsumer"/> is run.</summary>
internal sealed class InstructionRetiredConsumerDefinition()
    : ServiceConsumerDefinition<InstructionRetiredConsumer>(PromptAssemblyStore.Database, concurrency: 4, prefetch: 16);
