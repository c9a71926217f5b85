using System.Collections.Concurrent;
using DialInsight.Contracts.Erasure;
using DialInsight.Contracts.Labeling;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Labeling.Tests.Fixtures;

/// <summary>What the service told, repetitions left out.</summary>
internal sealed class Told
{
    public ConcurrentDictionary<Guid, SampleLabeled> Labels { get; } = [];

    public ConcurrentDictionary<Guid, LabelingFailed> Failures { get; } = [];

    public ConcurrentDictionary<Guid, RedriveRequested> Redrives { get; } = [];

    /// <summary>Answers to erasures, with their repetitions.</summary>
    public ConcurrentQueue<ErasureApplied> Erasures { get; } = [];

    public SampleLabeled Label => Assert.Single(Labels.Values);

    public LabelingFailed Failure => Assert.Single(Failures.Values);
}

internal sealed class Listener(Told told) : IConsumer<SampleLabeled>, IConsumer<LabelingFailed>, IConsumer<RedriveRequested>, IConsumer<ErasureApplied>
{
    public Task Consume(ConsumeContext<SampleLabeled> context)
    {
        told.Labels[context.Message.Id] = context.Message;
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<LabelingFailed> context)
    {
        told.Failures[context.Message.Id] = context.Message;
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<ErasureApplied> context)
    {
        told.Erasures.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<RedriveRequested> context)
    {
        told.Redrives[context.Message.Id] = context.Message;
        return Task.CompletedTask;
    }
}

internal sealed class ListenerDefinition() : ServiceConsumerDefinition<Listener>("listener", 4, 8);
