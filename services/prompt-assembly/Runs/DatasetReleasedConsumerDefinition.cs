using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>How <see cref="DatasetReleasedConsumer"/> is run.</summary>
internal sealed class DatasetReleasedConsumerDefinition()
    : ServiceConsumerDefinition<DatasetReleasedConsumer>(PromptAssemblyStore.Database, concurrency: 2, prefetch: 8);
