using DialInsight.Contracts.PromptAssembly;
using MassTransit;

namespace DialInsight.Labeling.Runs;

/// <summary>Remembers that a run is over.</summary>
internal sealed class RunEndedConsumer(EndedRuns runs) : IConsumer<RunEnded>
{
    public Task Consume(ConsumeContext<RunEnded> context) => runs.EndAsync(context.Message, context.CancellationToken);
}
