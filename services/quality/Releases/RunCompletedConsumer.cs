using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Facts;
using MassTransit;

namespace DialInsight.Quality.Releases;

/// <summary>Keeps a run that is complete. What becomes of it is decided once this service's own counts match the run's.</summary>
internal sealed class RunCompletedConsumer(FactLog<CompletedRun> runs, TimeProvider time) : IConsumer<RunCompleted>
{
    public Task Consume(ConsumeContext<RunCompleted> context)
    {
        DateTimeOffset now = time.GetUtcNow();
        return runs.InsertAsync(
            new CompletedRun { Id = context.Message.RunId, Completed = context.Message, ReceivedAt = now, DueAt = now },
            context.CancellationToken);
    }
}

/// <summary>How it is run.</summary>
internal sealed class RunCompletedConsumerDefinition() : ServiceConsumerDefinition<RunCompletedConsumer>("quality", concurrency: 2, prefetch: 4);
