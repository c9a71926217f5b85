namespace DialInsight.Storage;

/// <summary>
/// Documents of one type. A write has reached the disk when its task completes. Every method is safe to call from many tasks and
/// processes at once. Queries name declared fields only; another name is an <see cref="ArgumentException"/>, and so is an id that is
/// empty, too long or not well-formed text. A store that is busy is waited for; after a minute that is a <see cref="TimeoutException"/>,
/// and one that cannot be reached or written is an <see cref="IOException"/>. A write that is cancelled while its turn has come may still happen.
/// A document whose JSON cannot be read is an <see cref="InvalidDataException"/> that names it.
/// </summary>
public interface IDocumentCollection<TDocument>
    where TDocument : class
{
    /// <summary>The document with this id, or null.</summary>
    Task<Versioned<TDocument>?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Those of <paramref name="ids"/> that exist, in no particular order.</summary>
    Task<IReadOnlyList<Versioned<TDocument>>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Inserts unless a document with the same id is there. True when this call inserted it.</summary>
    Task<bool> InsertAsync(TDocument document, CancellationToken cancellationToken);

    /// <summary>Inserts each document whose id is not there yet, in one batch; the answer tells for each, by position, whether it was inserted.
    /// Of two with the same id in one call the first counts. Large batches are written in parts: each document is there or not, by its answer.</summary>
    Task<IReadOnlyList<bool>> InsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces, whatever the version.</summary>
    Task UpsertAsync(TDocument document, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces each, in one batch; of two with the same id in one call the last stays.</summary>
    Task UpsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken);

    /// <summary>Replaces the document if it is there with exactly this version. False when it is not: read again and decide again.</summary>
    Task<bool> ReplaceAsync(TDocument document, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>Deletes by id. True when it was there.</summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Deletes every document that the query's conditions match; answers how many. A limit is an <see cref="ArgumentException"/>.</summary>
    Task<long> DeleteWhereAsync(Query query, CancellationToken cancellationToken);

    /// <summary>Streams the query's result, paging by key underneath, so that no reader holds the store for long.
    /// Documents written meanwhile may or may not appear; none appears twice. In another order than by id the reader remembers the ids
    /// it gave (about 100 bytes each).</summary>
    IAsyncEnumerable<Versioned<TDocument>> StreamAsync(Query query, CancellationToken cancellationToken);

    /// <summary>One page of at most <paramref name="size"/> documents after <paramref name="cursor"/> (null: the first).
    /// A cursor that this query did not give is an <see cref="ArgumentException"/>.</summary>
    Task<Page<TDocument>> PageAsync(Query query, string? cursor, int size, CancellationToken cancellationToken);

    /// <summary>How many documents match the conditions, whatever the limit.</summary>
    Task<long> CountAsync(Query query, CancellationToken cancellationToken);

    /// <summary>How many documents match, per value of <paramref name="field"/> in its text form: an enum by name, a boolean as
    /// <c>true</c> or <c>false</c>, a time as <c>2024-05-01T12:00:00.0000000Z</c>; null counts under the empty string.</summary>
    Task<IReadOnlyDictionary<string, long>> CountByAsync(Query query, string field, CancellationToken cancellationToken);
}
