using DialInsight.Contracts.Quality;
using MassTransit;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Ends a run whose data set did not pass its gate.</summary>
internal sealed class ReleaseRefusedConsumer(RunEnd end) : IConsumer<ReleaseRefused>
{
    public Task Consume(ConsumeContext<ReleaseRefused> context) => end.RefuseAsync(context.Message, context.CancellationToken);
}
