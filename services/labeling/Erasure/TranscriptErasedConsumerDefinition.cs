using DialInsight.Hosting.Bus;

namespace DialInsight.Labeling.Erasure;

/// <summary>How <see cref="TranscriptErasedConsumer"/> is run.</summary>
internal sealed class TranscriptErasedConsumerDefinition()
    : ServiceConsumerDefinition<TranscriptErasedConsumer>(LabelingStore.Database, concurrency: 4, prefetch: 16);
