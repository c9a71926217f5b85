using System.Diagnostics;
using System.Threading.Channels;
using DialInsight.Contracts;
using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting.Facts;

/// <summary>
/// The facts of one type on their way out, in order, a bounded number at a time. Each type has a lane of its own, so that one whose
/// consumers are slow holds up no other.
/// </summary>
internal sealed partial class PublicationLane : IDisposable
{
    private const int Capacity = 2048;
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    private readonly Channel<(IFact Fact, Publication Publication)> _queue = Channel.CreateUnbounded<(IFact, Publication)>();
    private readonly IFactTransport _transport;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _window;
    private int _waiting;

    /// <summary>Opens the lane; it starts to publish when <paramref name="ready"/> is done.</summary>
    public PublicationLane(IFactTransport transport, Task ready, TimeProvider time, ILogger logger, CancellationToken stop)
    {
        _transport = transport;
        _time = time;
        _logger = logger;
        _window = new SemaphoreSlim(transport.Window);
        Completion = RunAsync(ready, stop);
    }

    /// <summary>Ends when the lane was stopped and nothing of it is on its way.</summary>
    public Task Completion { get; }

    /// <summary>Whether there is room for more.</summary>
    public bool HasRoom => Volatile.Read(ref _waiting) < Capacity;

    /// <summary>Whether nothing is on its way.</summary>
    public bool IsEmpty => Volatile.Read(ref _waiting) == 0 && _window.CurrentCount == _transport.Window;

    /// <summary>Queues a fact, room or not.</summary>
    public void Enqueue(IFact fact, Publication publication)
    {
        Interlocked.Increment(ref _waiting);
        _queue.Writer.TryWrite((fact, publication));
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    private async Task RunAsync(Task ready, CancellationToken stop)
    {
        // A lane lives longer than whoever happened to open it: what it publishes is not part of that trace.
        Activity.Current = null;
        try
        {
            await ready.WaitAsync(stop);
            await foreach ((IFact fact, Publication publication) in _queue.Reader.ReadAllAsync(stop))
            {
                await _window.WaitAsync(stop);
                Interlocked.Decrement(ref _waiting);
                _ = DeliverAsync(fact, publication, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // What is left is above the watermark: it is delivered by whoever adopts this writer.
        }

        for (int slot = 0; slot < _transport.Window; slot++)
            await _window.WaitAsync(CancellationToken.None);
    }

    private async Task DeliverAsync(IFact fact, Publication publication, CancellationToken stop)
    {
        try
        {
            for (int attempt = 0; !await TryDeliverAsync(fact, publication.Follows, attempt, stop); attempt++)
                await Task.Delay(Pause(attempt), _time, stop);
            publication.Delivered();
        }
        catch (OperationCanceledException)
        {
            // As above.
        }
        finally
        {
            _window.Release();
        }
    }

    private async Task<bool> TryDeliverAsync(IFact fact, ActivityContext follows, int attempt, CancellationToken stop)
    {
        using Activity? span = FactTrace.Publish(fact, follows);
        try
        {
            await _transport.DeliverAsync(fact, attempt, stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            LogPutOff(_logger, fact.GetType().Name, fact.Id, attempt + 1, exception.GetType().Name);
            return false;
        }
    }

    private static TimeSpan Pause(int attempt)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(250) * Math.Pow(2, Math.Min(attempt, 10));
        return pause > s_longestPause ? s_longestPause : pause;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Fact} {Id} was not delivered at attempt {Attempt} ({Failure}); it is tried again")]
    private static partial void LogPutOff(ILogger logger, string fact, Guid id, int attempt, string failure);
}
