using DialInsight.Contracts;
using DialInsight.Storage;
using MassTransit;

namespace DialInsight.Hosting.Facts;

/// <summary>
/// Keeps documents and publishes the facts that they tell: persist, then publish, then acknowledge. Whatever it kept is published at
/// least once, also when the process is killed in between.
/// </summary>
public sealed class FactLog<TDocument>
    where TDocument : class, IRecorded
{
    private readonly Func<TDocument, IEnumerable<IFact>> _facts;
    private readonly Presence _presence;
    private readonly IBus _bus;
    private long _sequence;

    /// <summary>Opens the collection. Made by the container.</summary>
    public FactLog(
        string service,
        CollectionDefinition<TDocument> definition,
        Func<TDocument, IEnumerable<IFact>> facts,
        IDocumentStoreFactory stores,
        Presence presence,
        IBus bus)
    {
        _facts = facts;
        _presence = presence;
        _bus = bus;
        Collection = stores.Open(service).Collection(definition);
    }

    /// <summary>The documents, to read. Writes that tell of facts go through this log.</summary>
    public IDocumentCollection<TDocument> Collection { get; }

    /// <summary>Inserts the document unless one with its id is there, and queues the facts of the one that is stored, so that doing a
    /// thing again tells of it again. True when this call inserted it.</summary>
    public async Task<bool> InsertAsync(TDocument document, CancellationToken cancellationToken) =>
        (await InsertManyAsync([document], cancellationToken))[0];

    /// <summary>Inserts each document that is not there yet, in one batch; otherwise like <see cref="InsertAsync"/>, by position.</summary>
    public async Task<IReadOnlyList<bool>> InsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken)
    {
        foreach (TDocument document in documents)
            document.Recorded = $"{_presence.WriterId}/{Interlocked.Increment(ref _sequence):D12}";
        IReadOnlyList<bool> inserted = await Collection.InsertManyAsync(documents, cancellationToken);
        foreach (TDocument document in documents)
            await PublishAsync(document, cancellationToken);
        return inserted;
    }

    /// <summary>Replaces the document if it is stored with exactly this version, and queues its facts. False when it is not.</summary>
    public async Task<bool> ReplaceAsync(TDocument document, long expectedVersion, CancellationToken cancellationToken)
    {
        document.Recorded = $"{_presence.WriterId}/{Interlocked.Increment(ref _sequence):D12}";
        bool replaced = await Collection.ReplaceAsync(document, expectedVersion, cancellationToken);
        if (replaced)
            await PublishAsync(document, cancellationToken);
        return replaced;
    }

    /// <summary>Queues the facts of a stored document again: for reconcilers.</summary>
    public async Task PublishAsync(TDocument document, CancellationToken cancellationToken)
    {
        foreach (IFact fact in _facts(document))
            await _bus.Publish(fact, fact.GetType(), context => context.MessageId = fact.Id, cancellationToken);
    }
}
