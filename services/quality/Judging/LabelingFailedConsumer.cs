using DialInsight.Contracts.Labeling;
using DialInsight.Hosting.Bus;
using DialInsight.Storage;
using MassTransit;

namespace DialInsight.Quality.Judging;

/// <summary>Counts the attempts that gave no sample.</summary>
internal sealed class LabelingFailedConsumer(IDocumentCollection<LabelFailure> failures) : IConsumer<LabelingFailed>
{
    public Task Consume(ConsumeContext<LabelingFailed> context)
    {
        LabelingFailed message = context.Message;
        return failures.InsertAsync(
            new LabelFailure
            {
                Id = message.AttemptId,
                RunId = message.RunId,
                CellId = message.CellId,
                Class = message.Class,
                Spend = message.Spend,
            },
            context.CancellationToken);
    }
}

/// <summary>How it is run.</summary>
internal sealed class LabelingFailedConsumerDefinition() : ServiceConsumerDefinition<LabelingFailedConsumer>("quality", concurrency: 32, prefetch: 64);
