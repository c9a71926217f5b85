using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Erasure;

/// <summary>How <see cref="TranscriptErasedConsumer"/> is run.</summary>
internal sealed class TranscriptErasedConsumerDefinition()
    : ServiceConsumerDefinition<TranscriptErasedConsumer>(PromptAssemblyStore.Database, concurrency: 4, prefetch: 16);
