using System.Collections.Concurrent;
using DialInsight.Contracts;
using DialInsight.Hosting.Bus;
using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting.Facts;

/// <summary>Publishes facts, each until it is delivered. Memory is bounded: who finds no room keeps its facts in the store and comes back.</summary>
internal sealed partial class FactPublisher(IFactTransport transport, BusReadiness readiness, TimeProvider time, ILogger<FactPublisher> logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<Type, Lazy<PublicationLane>> _lanes = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Set when the process gives up publishing.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Whether what is queued can be drained while the process stops.</summary>
    public bool DrainsAtShutdown => transport.DrainsAtShutdown;

    /// <summary>Queues the facts if there is room for all of them.</summary>
    public bool TryEnqueue(Publication publication)
    {
        if (!HasRoom(publication))
            return false;
        Enqueue(publication);
        return true;
    }

    /// <summary>Queues the facts, room or not.</summary>
    public void Enqueue(Publication publication)
    {
        foreach (IFact fact in publication.Facts)
            LaneOf(fact).Enqueue(fact, publication);
    }

    /// <summary>Waits until there is room for the facts. Never to be awaited by a consumer: the room may be made by consumers alone.</summary>
    public async Task WaitForRoomAsync(Publication publication, CancellationToken cancellationToken)
    {
        while (!HasRoom(publication))
            await Task.Delay(s_look, time, cancellationToken);
    }

    /// <summary>Waits until everything queued is delivered.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (!_lanes.Values.All(lane => lane.Value.IsEmpty))
            await Task.Delay(s_look, time, cancellationToken);
    }

    /// <summary>Tells that facts could not be read back.</summary>
    public void TellUnread(string database, Exception exception) => LogUnread(logger, database, exception.GetType().Name);

    /// <summary>Stops publishing. What is left is delivered by whoever adopts this writer.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync();
        foreach (PublicationLane lane in _lanes.Values.Select(lane => lane.Value))
        {
            await lane.Completion;
            lane.Dispose();
        }
    }

    private bool HasRoom(Publication publication) => publication.Facts.All(fact => LaneOf(fact).HasRoom);

    private PublicationLane LaneOf(IFact fact) =>
        _lanes.GetOrAdd(fact.GetType(), _ => new Lazy<PublicationLane>(() => new PublicationLane(transport, readiness.Ready, time, logger, _stop.Token))).Value;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Facts of {Database} could not be read back ({Failure}); it is tried again")]
    private static partial void LogUnread(ILogger logger, string database, string failure);
}
