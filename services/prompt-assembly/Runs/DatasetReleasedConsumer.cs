using DialInsight.Contracts.Quality;
using MassTransit;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Ends a run whose data set was released.</summary>
internal sealed class DatasetReleasedConsumer(RunEnd end) : IConsumer<DatasetReleased>
{
    public Task Consume(ConsumeContext<DatasetReleased> context) => end.ReleaseAsync(context.Message, context.CancellationToken);
}
