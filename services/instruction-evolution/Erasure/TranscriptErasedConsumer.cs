using DialInsight.Contracts.Ingest;
using DialInsight.Hosting.Erasure;
using MassTransit;

namespace DialInsight.InstructionEvolution.Erasure;

/// <summary>Removes what derives from an erased transcript, and answers.</summary>
internal sealed class TranscriptErasedConsumer(Tombstones<TranscriptEraser> tombstones) : IConsumer<TranscriptErased>
{
    public Task Consume(ConsumeContext<TranscriptErased> context) => tombstones.ApplyAsync(context.Message, context.CancellationToken);
}
