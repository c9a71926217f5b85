using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>How <see cref="BatchCompletedConsumer"/> is run.</summary>
internal sealed class BatchCompletedConsumerDefinition()
    : ServiceConsumerDefinition<BatchCompletedConsumer>(PromptAssemblyStore.Database, concurrency: 4, prefetch: 16);
