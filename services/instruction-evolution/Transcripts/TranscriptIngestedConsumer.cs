using DialInsight.Contracts.Ingest;
using MassTransit;

namespace DialInsight.InstructionEvolution.Transcripts;

/// <summary>Keeps a copy of each transcript. The first copy stays, so that a redelivery, or an erasure before it, changes nothing.</summary>
internal sealed class TranscriptIngestedConsumer(TranscriptPool pool) : IConsumer<TranscriptIngested>
{
    public Task Consume(ConsumeContext<TranscriptIngested> context) => pool.AddAsync(context.Message, context.CancellationToken);
}
