using System.Collections.Concurrent;
using System.Diagnostics;
using DialInsight.Contracts.Labeling;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>Counts the labels that arrive, each once.</summary>
internal sealed class LabelCounter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private volatile string? _failure;
    private int _count;

    /// <summary>How many have come.</summary>
    public int Counted => Volatile.Read(ref _count);

    /// <summary>Waits for so many. False when none has come for a minute.</summary>
    /// <exception cref="InvalidOperationException">A label failed.</exception>
    public async Task<bool> WaitAsync(int expected)
    {
        int last = -1;
        var since = Stopwatch.StartNew();
        while (Counted < expected)
        {
            if (_failure is not null)
                throw new InvalidOperationException(_failure);
            if (last != Counted)
                since.Restart();
            else if (since.Elapsed > s_patience)
                return false;
            last = Counted;
            await Task.Delay(2);
        }

        return true;
    }

    public bool HasCome(string attempt) => _seen.ContainsKey(attempt);

    public void Count(string attempt)
    {
        if (_seen.TryAdd(attempt, true))
            Interlocked.Increment(ref _count);
    }

    public void Fail(string reason) => _failure = reason;
}

internal sealed class LabelListener(LabelCounter counter) : IConsumer<SampleLabeled>, IConsumer<LabelingFailed>
{
    public Task Consume(ConsumeContext<SampleLabeled> context)
    {
        counter.Count(context.Message.Assignment.AttemptId);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<LabelingFailed> context)
    {
        counter.Fail($"{context.Message.Class}: {context.Message.Reason}");
        return Task.CompletedTask;
    }
}

internal sealed class LabelListenerDefinition() : ServiceConsumerDefinition<LabelListener>("benchmark", concurrency: 64, prefetch: 512);
