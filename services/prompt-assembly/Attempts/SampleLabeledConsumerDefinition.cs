using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>How <see cref="SampleLabeledConsumer"/> is run.</summary>
internal sealed class SampleLabeledConsumerDefinition()
    : ServiceConsumerDefinition<SampleLabeledConsumer>(PromptAssemblyStore.Database, concurrency: 32, prefetch: 128);
