using DialInsight.Hosting.Bus;

namespace DialInsight.InstructionEvolution.Erasure;

/// <summary>How <see cref="TranscriptErasedConsumer"/> is run.</summary>
internal sealed class TranscriptErasedConsumerDefinition()
    : ServiceConsumerDefinition<TranscriptErasedConsumer>(InstructionEvolutionStore.Database, concurrency: 4, prefetch: 16);
