using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>How <see cref="ReleaseRefusedConsumer"/> is run.</summary>
internal sealed class ReleaseRefusedConsumerDefinition()
    : ServiceConsumerDefinition<ReleaseRefusedConsumer>(PromptAssemblyStore.Database, concurrency: 2, prefetch: 8);
