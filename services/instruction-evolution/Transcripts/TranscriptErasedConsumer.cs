using DialInsight.Contracts.Ingest;
using MassTransit;

namespace DialInsight.InstructionEvolution.Transcripts;

/// <summary>Leaves a tombstone where the transcript was.</summary>
internal sealed class TranscriptErasedConsumer(TranscriptPool pool) : IConsumer<TranscriptErased>
{
    public Task Consume(ConsumeContext<TranscriptErased> context) => pool.EraseAsync(context.Message, context.CancellationToken);
}
