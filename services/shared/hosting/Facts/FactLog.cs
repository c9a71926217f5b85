using System.Runtime.CompilerServices;
using DialInsight.Contracts;
using DialInsight.Storage;

namespace DialInsight.Hosting.Facts;

/// <summary>
/// Keeps documents and publishes the facts that they tell: persist, then publish, then acknowledge. Whatever it kept is published at
/// least once, also when the process is killed in between. Publication is asynchronous and bounded in memory.
/// </summary>
public sealed class FactLog<TDocument> : IFactSource
    where TDocument : class, IRecorded
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(5);
    private readonly Func<TDocument, string> _id;
    private readonly Func<TDocument, IEnumerable<IFact>> _facts;
    private readonly FactWriter _writer;
    private readonly FactPublisher _publisher;
    private readonly OverflowReader _overflow;

    internal FactLog(
        IDocumentStore store,
        CollectionDefinition<TDocument> definition,
        Func<TDocument, IEnumerable<IFact>> facts,
        FactWriter writer,
        FactPublisher publisher,
        TimeProvider time)
    {
        Collection = store.Collection(definition);
        _id = definition.Id;
        _facts = facts;
        _writer = writer;
        _publisher = publisher;
        _overflow = new OverflowReader(this, writer, publisher, time);
    }

    /// <summary>The documents, to read. Writes that tell of facts go through this log.</summary>
    public IDocumentCollection<TDocument> Collection { get; }

    /// <inheritdoc/>
    string IFactSource.Database => _writer.Ledger.Database;

    /// <summary>Inserts the document unless one with its id is there, and queues the facts of the one that is stored, so that doing a
    /// thing again tells of it again. True when this call inserted it.</summary>
    public async Task<bool> InsertAsync(TDocument document, CancellationToken cancellationToken) =>
        (await InsertManyAsync([document], cancellationToken))[0];

    /// <summary>Inserts each document that is not there yet, in one batch; otherwise like <see cref="InsertAsync"/>, by position.</summary>
    public async Task<IReadOnlyList<bool>> InsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken)
    {
        long[] sequences = await BeginAsync(documents, cancellationToken);
        IReadOnlyList<bool> inserted = await WriteAsync(Collection.InsertManyAsync(documents, CancellationToken.None), sequences);
        List<TDocument> known = [];
        for (int index = 0; index < documents.Count; index++)
        {
            if (inserted[index])
            {
                Queue(documents[index], sequences[index]);
                continue;
            }

            _writer.Ledger.End(sequences[index]);
            known.Add(documents[index]);
        }

        await TellAgainAsync(known, cancellationToken);
        return inserted;
    }

    /// <summary>Replaces the document if it is stored with exactly this version, and queues its facts. False when it is not.</summary>
    public async Task<bool> ReplaceAsync(TDocument document, long expectedVersion, CancellationToken cancellationToken)
    {
        long[] sequences = await BeginAsync([document], cancellationToken);
        bool replaced = await WriteAsync(Collection.ReplaceAsync(document, expectedVersion, CancellationToken.None), sequences);
        if (replaced)
            Queue(document, sequences[0]);
        else
            _writer.Ledger.End(sequences[0]);
        return replaced;
    }

    /// <summary>Queues the facts of a document that was found in the store just now, where there is room: its first telling is in its writer's care in any case.</summary>
    public void TellAgain(TDocument stored) => _publisher.TryEnqueue(Untracked(stored));

    /// <summary>Queues the facts of a stored document again: for reconcilers. Waits up to five seconds for room; where there is none,
    /// what is queued is slow, not lost, and the next round may ask again.</summary>
    public async Task PublishAsync(TDocument document, CancellationToken cancellationToken)
    {
        Publication publication = Untracked(document);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(s_longestWait);
        try
        {
            await _publisher.WaitForRoomAsync(publication, wait.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return;
        }

        _publisher.Enqueue(publication);
    }

    /// <inheritdoc/>
    async IAsyncEnumerable<RecordedFacts> IFactSource.ReadAsync(
        string writer, long from, long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Query query = Query.All.From("recorded", RecordedStamp.Of(writer, from)).UpTo("recorded", RecordedStamp.Of(writer, to)).OrderBy("recorded");
        await foreach (Versioned<TDocument> found in Collection.StreamAsync(query, cancellationToken))
            yield return new RecordedFacts(RecordedStamp.Sequence(found.Document.Recorded), FactTrace.Of(found.Document), [.. _facts(found.Document)]);
    }

    private async Task<long[]> BeginAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken)
    {
        await _writer.EnsureSeenAsync(cancellationToken);
        var sequences = new long[documents.Count];
        for (int index = 0; index < documents.Count; index++)
        {
            sequences[index] = _writer.Ledger.Begin();
            documents[index].Recorded = RecordedStamp.Of(_writer.Id, sequences[index]);
            FactTrace.Remember(documents[index]);
        }

        return sequences;
    }

    // The write itself is not cancelled: one that is given up while it waits could still be made after its number was passed.
    private async Task<TResult> WriteAsync<TResult>(Task<TResult> write, long[] sequences)
    {
        try
        {
            return await write;
        }
        catch
        {
            // Whether it was made is not known. The reader looks.
            foreach (long sequence in sequences)
                _overflow.TryAdd(sequence, goBack: true);
            throw;
        }
    }

    private void Queue(TDocument document, long sequence)
    {
        IReadOnlyList<IFact> facts = [.. _facts(document)];
        if (facts.Count == 0)
        {
            _writer.Ledger.End(sequence);
            return;
        }

        var publication = new Publication(facts, FactTrace.Of(document), () => _writer.Ledger.End(sequence));
        if (!_overflow.IsActive && _publisher.TryEnqueue(publication))
            return;
        if (!_overflow.TryAdd(sequence, goBack: false))
            _publisher.Enqueue(publication);
    }

    private async Task TellAgainAsync(List<TDocument> documents, CancellationToken cancellationToken)
    {
        foreach (TDocument[] some in documents.Chunk(200))
        {
            string[] ids = [.. some.Select(_id)];
            foreach (Versioned<TDocument> stored in await Collection.FindManyAsync(ids, cancellationToken))
                TellAgain(stored.Document);
        }
    }

    private Publication Untracked(TDocument document) => new([.. _facts(document)], FactTrace.Of(document), static () => { });
}
