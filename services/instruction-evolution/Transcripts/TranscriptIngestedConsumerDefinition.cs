using DialInsight.Hosting.Bus;

namespace DialInsight.InstructionEvolution.Transcripts;

/// <summary>How <see cref="TranscriptIngestedConsumer"/> is run.</summary>
internal sealed class TranscriptIngestedConsumerDefinition()
    : ServiceConsumerDefinition<TranscriptIngestedConsumer>(InstructionEvolutionStore.Database, concurrency: 32, prefetch: 128);
