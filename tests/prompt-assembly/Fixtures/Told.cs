using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.PromptAssembly.Tests.Fixtures;

/// <summary>What the service told, repetitions left out.</summary>
internal sealed class Told
{
    public ConcurrentDictionary<string, LabelAssignment> Requests { get; } = [];

    /// <summary>Plays labelling and quality where a test sets it: what is said to a request, null for nothing yet.</summary>
    public Func<LabelAssignment, object?> Answer { get; set; } = _ => null;

    public ConcurrentDictionary<string, RunCompleted> Completed { get; } = [];

    public ConcurrentDictionary<string, RunEnded> Ended { get; } = [];
}

internal sealed class Listener(Told told) : IConsumer<LabelRequested>, IConsumer<RunCompleted>, IConsumer<RunEnded>
{
    public async Task Consume(ConsumeContext<LabelRequested> context)
    {
        LabelAssignment request = context.Message.Assignment;
        if (told.Requests.TryAdd(request.AttemptId, request) && told.Answer(request) is { } answer)
            await context.Publish(answer, answer.GetType());
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

internal sealed class ListenerDefinition() : ServiceConsumerDefinition<Listener>("listener", 32, 128);
