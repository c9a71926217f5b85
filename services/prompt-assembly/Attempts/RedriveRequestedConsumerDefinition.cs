using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>How <see cref="RedriveRequestedConsumer"/> is run.</summary>
internal sealed class RedriveRequestedConsumerDefinition()
    : ServiceConsumerDefinition<RedriveRequestedConsumer>(PromptAssemblyStore.Database, concurrency: 4, prefetch: 16);
