using System.Runtime.CompilerServices;

namespace DialInsight.Storage;

/// <summary>What every adapter does alike: pages and streams are slices that follow one another by key, so that no reader holds the store for long.</summary>
internal abstract class SlicedCollection<TDocument>(CollectionDefinition<TDocument> definition)
    where TDocument : class
{
    private const int FindDocuments = 500;
    private const int StreamDocuments = 256;
    // Length of the JSON that a stream holds at once, a few megabytes.
    private const long StreamLength = 4 << 20;

    /// <summary>What the documents are.</summary>
    protected CollectionDefinition<TDocument> Definition { get; } = definition;

    /// <inheritdoc cref="IDocumentCollection{TDocument}.FindManyAsync"/>
    public async Task<IReadOnlyList<Versioned<TDocument>>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Versioned<TDocument>>(ids.Count);
        foreach (string[] some in ids.Distinct(StringComparer.Ordinal).Chunk(FindDocuments))
            found.AddRange((await SliceAsync(Query.All.WhereIn("id", some), null, some.Length, long.MaxValue, cancellationToken)).Items);
        return found;
    }

    /// <inheritdoc cref="IDocumentCollection{TDocument}.StreamAsync"/>
    public async IAsyncEnumerable<Versioned<TDocument>> StreamAsync(Query query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A document whose order field is written meanwhile moves ahead of the reader and would come again; one's id never changes.
        HashSet<string>? seen = query.OrderField == "id" ? null : new(StringComparer.Ordinal);
        Position? position = null;
        do
        {
            Slice<TDocument> slice = await SliceAsync(query, position, StreamDocuments, StreamLength, cancellationToken);
            foreach (Versioned<TDocument> item in slice.Items)
            {
                if (seen is null || seen.Add(Definition.Id(item.Document)))
                    yield return item;
            }

            position = slice.Next;
        }
        while (position is not null);
    }

    /// <inheritdoc cref="IDocumentCollection{TDocument}.PageAsync"/>
    public async Task<Page<TDocument>> PageAsync(Query query, string? cursor, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        StorageRules.Check(Definition, query);
        Position? position = cursor is null ? null : Position.FromCursor(cursor, Definition.Name, query);
        Slice<TDocument> slice = await SliceAsync(query, position, size, long.MaxValue, cancellationToken);
        return new Page<TDocument>(slice.Items, slice.Next?.ToCursor(Definition.Name, query));
    }

    /// <summary>Reads at most <paramref name="size"/> documents of a checked query after a position, and no further once their bodies exceed <paramref name="length"/>.</summary>
    protected abstract Task<Slice<TDocument>> ReadAsync(Query query, Position? after, int size, long length, CancellationToken cancellationToken);

    private Task<Slice<TDocument>> SliceAsync(Query query, Position? after, int size, long length, CancellationToken cancellationToken)
    {
        StorageRules.Check(Definition, query);
        return ReadAsync(query, after, size, length, cancellationToken);
    }
}
