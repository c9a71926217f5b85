using DialInsight.Hosting.Bus;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>How <see cref="RunEndedConsumer"/> is run.</summary>
internal sealed class RunEndedConsumerDefinition()
    : ServiceConsumerDefinition<RunEndedConsumer>(InstructionEvolutionStore.Database, concurrency: 4, prefetch: 16);
