using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.PromptAssembly.Tests.Fixtures;

/// <summary>What the service told, repetitions left out.</summary>
internal sealed class Told
{
    public ConcurrentDictionary<string, LabelAssignment> Requests { get; } = [];

    public ConcurrentDictionary<string, RunCompleted> Completed { get; } = [];

    public ConcurrentDictionary<string, RunEnded> Ended { get; } = [];
}

internal sealed class Listener(Told told) : IConsumer<LabelRequested>, IConsumer<RunCompleted>, IConsumer<RunEnded>
{
    public Task Consume(ConsumeContext<LabelRequested> context)
    {
        told.Requests[context.Message.Assignment.AttemptId] = context.Message.Assignment;
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<RunCompleted> context)
    {
        told.Completed[context.Message.RunId] = context.Message;
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<RunEnded> context)
    {
        told.Ended[context.Message.RunId] = context.Message;
        return Task.CompletedTask;
    }
}

internal sealed class ListenerDefinition() : ServiceConsumerDefinition<Listener>("listener", 8, 16);
