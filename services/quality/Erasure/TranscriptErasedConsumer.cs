using DialInsight.Contracts.Ingest;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Erasure;
using MassTransit;

namespace DialInsight.Quality.Erasure;

/// <summary>Sets the tombstone; <see cref="ErasureDriver"/> does the work, so that a release is measured once for many transcripts.</summary>
internal sealed class TranscriptErasedConsumer(Tombstones<TranscriptEraser> tombstones) : IConsumer<TranscriptErased>
{
    public Task Consume(ConsumeContext<TranscriptErased> context) => tombstones.SetAsync(context.Message, context.CancellationToken);
}

/// <summary>How it is run.</summary>
internal sealed class TranscriptErasedConsumerDefinition() : ServiceConsumerDefinition<TranscriptErasedConsumer>("quality", concurrency: 32, prefetch: 64);
