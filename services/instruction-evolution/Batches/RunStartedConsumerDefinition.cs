using DialInsight.Hosting.Bus;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>How <see cref="RunStartedConsumer"/> is run.</summary>
internal sealed class RunStartedConsumerDefinition()
    : ServiceConsumerDefinition<RunStartedConsumer>(InstructionEvolutionStore.Database, concurrency: 4, prefetch: 16);
