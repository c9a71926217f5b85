using DialInsight.Contracts.Quality;
using MassTransit;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Settles the attempt that was judged.</summary>
internal sealed class SampleJudgedConsumer(VerdictReceiver receiver) : IConsumer<SampleJudged>
{
    public Task Consume(ConsumeContext<SampleJudged> context) => receiver.ReceiveAsync(Verdict.Of(context.Message), context.CancellationToken);
}
