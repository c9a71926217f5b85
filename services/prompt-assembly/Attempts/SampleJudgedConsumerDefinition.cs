using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>How <see cref="SampleJudgedConsumer"/> is run.</summary>
internal sealed class SampleJudgedConsumerDefinition()
    : ServiceConsumerDefinition<SampleJudgedConsumer>(PromptAssemblyStore.Database, concurrency: 32, prefetch: 128);
