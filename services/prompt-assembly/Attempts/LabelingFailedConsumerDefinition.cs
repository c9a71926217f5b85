using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>How <see cref="LabelingFailedConsumer"/> is run.</summary>
internal sealed class LabelingFailedConsumerDefinition()
    : ServiceConsumerDefinition<LabelingFailedConsumer>(PromptAssemblyStore.Database, concurrency: 32, prefetch: 128);
