using DialInsight.Hosting.Bus;

namespace DialInsight.PromptAssembly.Transcripts;

/// <summary>How <see cref="TranscriptIngestedConsumer"/> is run.</summary>
internal sealed class TranscriptIngestedConsumerDefinition()
    : ServiceConsumerDefinition<TranscriptIngestedConsumer>(PromptAssemblyStore.Database, concurrency: 32, prefetch: 128);
