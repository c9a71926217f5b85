using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>Reads at most <paramref name="size"/> documents after a position, and no further once their bodies exceed <paramref name="length"/> characters.</summary>
internal sealed class SliceReading<TDocument>(Query query, Position? after, int size, long length, Func<BsonDocument, Versioned<TDocument>> decode)
    where TDocument : class
{
    private readonly int _seen = after?.Seen ?? 0;
    private readonly List<Versioned<TDocument>> _items = [];
    private long _length = length;
    private BsonDocument? _last;

    private int Count => Math.Min(size, (query.Limit ?? int.MaxValue) - _seen);

    // One more than asked for tells whether there is another page.
    private int Fetch => Count < size || size == int.MaxValue ? Count : size + 1;

    private bool IsFull => _items.Count >= Count || _length <= 0;

    /// <summary>Reads range by range until there is enough.</summary>
    public async Task<Slice<TDocument>> ReadAsync(IMongoCollection<BsonDocument> documents, CancellationToken cancellationToken)
    {
        FilterDefinition<BsonDocument> conditions = QueryFilter.Conditions(query);
        foreach (FilterDefinition<BsonDocument> range in QueryFilter.RangesAfter(query, after))
        {
            // A limit of nothing would mean no limit.
            if (_items.Count >= Fetch)
                break;
            if (await ReadRangeAsync(documents, conditions & range, cancellationToken))
                return new Slice<TDocument>(_items, PositionAt(_last!));
        }

        return new Slice<TDocument>(_items, null);
    }

    private Position PositionAt(BsonDocument stored) => new(
        BsonField.Plain(stored.GetValue(StoredDocument.NameOf(query.OrderField), BsonNull.Value)), stored[StoredDocument.Id].AsString, _seen + _items.Count);

    // True when there is a document that the slice has no room for. Leaving the cursor early ends it on the server.
    private async Task<bool> ReadRangeAsync(IMongoCollection<BsonDocument> documents, FilterDefinition<BsonDocument> range, CancellationToken cancellationToken)
    {
        int rest = Fetch - _items.Count;
        var options = new FindOptions<BsonDocument> { Sort = QueryFilter.Order(query), Limit = rest, BatchSize = rest };
        using IAsyncCursor<BsonDocument> cursor = await documents.FindAsync(range, options, cancellationToken);
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            foreach (BsonDocument stored in cursor.Current)
            {
                if (IsFull)
                    return true;
                _items.Add(decode(stored));
                _length -= stored[StoredDocument.Body].AsString.Length;
                _last = stored;
            }
        }

        return false;
    }
}
