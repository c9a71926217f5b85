using DialInsight.Contracts.Labeling;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Quality.Judging;

/// <summary>Has each labelled sample judged, unless its run is over.</summary>
internal sealed class SampleLabeledConsumer(SampleDesk desk, EndedRuns ended) : IConsumer<SampleLabeled>
{
    public async Task Consume(ConsumeContext<SampleLabeled> context)
    {
        if (!await ended.HasEndedAsync(context.Message.Assignment.RunId, context.CancellationToken))
            await desk.TakeAsync(Sample.From(context.Message), context.CancellationToken);
    }
}

/// <summary>Many at once: a sample waits for its judge most of the time, and the store commits concurrent writers together.</summary>
internal sealed class SampleLabeledConsumerDefinition() : ServiceConsumerDefinition<SampleLabeledConsumer>("quality", concurrency: 64, prefetch: 128);
