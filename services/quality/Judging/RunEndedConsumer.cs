using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Quality.Judging;

/// <summary>Remembers that a run is over.</summary>
internal sealed class RunEndedConsumer(EndedRuns ended) : IConsumer<RunEnded>
{
    public Task Consume(ConsumeContext<RunEnded> context) => ended.EndAsync(context.Message, context.CancellationToken);
}

/// <summary>How it is run.</summary>
internal sealed class RunEndedConsumerDefinition() : ServiceConsumerDefinition<RunEndedConsumer>("quality", concurrency: 4, prefetch: 8);
