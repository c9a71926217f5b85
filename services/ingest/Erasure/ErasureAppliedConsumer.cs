using DialInsight.Contracts.Erasure;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Ingest.Erasure;

/// <summary>Keeps what a service has answered. A later revision takes the place of an earlier one; the same one again changes nothing.</summary>
internal sealed class ErasureAppliedConsumer(ErasureStore store) : IConsumer<ErasureApplied>
{
    public async Task Consume(ConsumeContext<ErasureApplied> context)
    {
        var answer = ServiceAnswer.Of(context.Message);
        while (!await store.Answers.InsertAsync(answer, context.CancellationToken))
        {
            if (await store.Answers.FindAsync(answer.Id, context.CancellationToken) is { } known
                && (known.Document.Revision >= answer.Revision || await store.Answers.ReplaceAsync(answer, known.Version, context.CancellationToken)))
                return;
        }
    }
}

/// <summary>How it is run.</summary>
internal sealed class ErasureAppliedConsumerDefinition() : ServiceConsumerDefinition<ErasureAppliedConsumer>(IngestModule.Database, concurrency: 32, prefetch: 64);
