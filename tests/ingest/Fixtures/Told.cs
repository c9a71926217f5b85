using System.Collections.Concurrent;
using DialInsight.Contracts.Ingest;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Ingest.Tests.Fixtures;

/// <summary>What the service told.</summary>
internal sealed class Told
{
    public ConcurrentQueue<TranscriptIngested> Facts { get; } = [];

    public ConcurrentQueue<TranscriptErased> Erased { get; } = [];
}

internal sealed class Listener(Told told) : IConsumer<TranscriptIngested>, IConsumer<TranscriptErased>
{
    public Task Consume(ConsumeContext<TranscriptIngested> context)
    {
        told.Facts.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<TranscriptErased> context)
    {
        told.Erased.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}

internal sealed class ListenerDefinition() : ServiceConsumerDefinition<Listener>("listener", 4, 8);
