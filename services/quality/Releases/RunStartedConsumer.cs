using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Bus;
using DialInsight.Storage;
using MassTransit;

namespace DialInsight.Quality.Releases;

/// <summary>Keeps what a run is to become, so that there is a report on it at any time.</summary>
internal sealed class RunStartedConsumer(IDocumentCollection<OpenRun> runs) : IConsumer<RunStarted>
{
    public Task Consume(ConsumeContext<RunStarted> context)
    {
        // The transcripts that new instructions are grounded in are no matter of reports.
        RunStarted started = context.Message with { Cells = [.. context.Message.Cells.Select(cell => cell with { GroundingTranscripts = [] })] };
        return runs.InsertAsync(new OpenRun(started.RunId, started), context.CancellationToken);
    }
}

/// <summary>How it is run.</summary>
internal sealed class RunStartedConsumerDefinition() : ServiceConsumerDefinition<RunStartedConsumer>("quality", concurrency: 4, prefetch: 8);
