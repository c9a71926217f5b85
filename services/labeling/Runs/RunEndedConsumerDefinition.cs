using DialInsight.Hosting.Bus;

namespace DialInsight.Labeling.Runs;

/// <summary>How <see cref="RunEndedConsumer"/> is run.</summary>
internal sealed class RunEndedConsumerDefinition()
    : ServiceConsumerDefinition<RunEndedConsumer>(LabelingStore.Database, concurrency: 4, prefetch: 16);
