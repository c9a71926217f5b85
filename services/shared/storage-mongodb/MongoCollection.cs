using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>Documents of one type in one collection of the server. Every method is one command on one document, or a batch of such.</summary>
internal sealed class MongoCollection<TDocument>(IMongoDatabase database, CollectionDefinition<TDocument> definition, Turns turns) : IDocumentCollection<TDocument>
    where TDocument : class
{
    private const int FindDocuments = 500;
    private const int StreamDocuments = 256;
    // Characters of JSON held at once by a stream, a few megabytes.
    private const long StreamLength = 4 << 20;

    private static readonly FilterDefinitionBuilder<BsonDocument> s_filter = Builders<BsonDocument>.Filter;
    private static readonly JsonTypeInfo<TDocument> s_json = (JsonTypeInfo<TDocument>)DocumentJson.Options.GetTypeInfo(typeof(TDocument));

    private readonly IMongoCollection<BsonDocument> _documents = database.GetCollection<BsonDocument>(definition.Name);
    private readonly CollectionSetup<TDocument> _setup = new(database, definition, s_json);

    /// <inheritdoc/>
    public Task<Versioned<TDocument>?> FindAsync(string id, CancellationToken cancellationToken) => CallAsync(
        async () => await _documents.Find(ById(id)).FirstOrDefaultAsync(cancellationToken) is { } stored ? Decode(stored) : null,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Versioned<TDocument>>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Versioned<TDocument>>(ids.Count);
        foreach (string[] some in ids.Distinct(StringComparer.Ordinal).Chunk(FindDocuments))
            found.AddRange((await SliceAsync(Query.All.WhereIn("id", some), null, some.Length, long.MaxValue, cancellationToken)).Items);
        return found;
    }

    /// <inheritdoc/>
    public Task<bool> InsertAsync(TDocument document, CancellationToken cancellationToken)
    {
        BsonDocument stored = New(document);
        return CallAsync(
            async () =>
            {
                try
                {
                    await _documents.InsertOneAsync(stored, null, cancellationToken);
                    return true;
                }
                catch (MongoWriteException error) when (error.WriteError?.Category == ServerErrorCategory.DuplicateKey && error.WriteConcernError is null)
                {
                    return false;
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<bool>> InsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken)
    {
        bool[] inserted = new bool[documents.Count];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (WriteBatch batch in WriteBatch.Of(documents, New))
        {
            // Of two with one id the first counts, and a batch without an order must not hold both.
            (int Position, BsonDocument Stored)[] firsts = [.. batch.Documents.Where(one => ids.Add(one.Stored[StoredDocument.Id].AsString))];
            HashSet<int> refused = await CallAsync(() => InsertBatchAsync(firsts, cancellationToken), cancellationToken);
            for (int i = 0; i < firsts.Length; i++)
                inserted[firsts[i].Position] = !refused.Contains(i);
        }

        return inserted;
    }

    /// <inheritdoc/>
    public Task UpsertAsync(TDocument document, CancellationToken cancellationToken)
    {
        UpdateOneModel<BsonDocument> upsert = UpsertOf(New(document), 1);
        return CallAsync(
            async () =>
            {
                await Upsert.RepeatAsync(() => _documents.UpdateOneAsync(upsert.Filter, upsert.Update, new UpdateOptions { IsUpsert = true }, cancellationToken));
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task UpsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken)
    {
        foreach (WriteBatch batch in WriteBatch.Of(documents, New))
        {
            // Of two with one id the last stays, and both count as writes.
            WriteModel<BsonDocument>[] upserts = [.. batch.Documents
                .GroupBy(one => one.Stored[StoredDocument.Id].AsString, one => one.Stored, StringComparer.Ordinal)
                .Select(same => UpsertOf(same.Last(), same.Count()))];
            await CallAsync(
                async () =>
                {
                    await Upsert.RepeatAsync(_documents, upserts, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(TDocument document, long expectedVersion, CancellationToken cancellationToken)
    {
        FilterDefinition<BsonDocument> asRead = ById(StorageRules.IdOf(definition, document)) & s_filter.Eq(StoredDocument.Version, expectedVersion);
        UpdateDefinition<BsonDocument> update = UpdateOf(StoredDocument.Content(definition, document, s_json), 1);
        return CallAsync(async () => (await _documents.UpdateOneAsync(asRead, update, null, cancellationToken)).MatchedCount > 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        CallAsync(async () => (await _documents.DeleteOneAsync(ById(id), cancellationToken)).DeletedCount > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<long> DeleteWhereAsync(Query query, CancellationToken cancellationToken)
    {
        StorageRules.Check(definition, query);
        if (query.Limit is not null)
            throw new ArgumentException($"Deleting from '{definition.Name}' takes no limit.", nameof(query));
        return CallAsync(async () => (await _documents.DeleteManyAsync(QueryFilter.Conditions(query), cancellationToken)).DeletedCount, cancellationToken);
    }

    /// <inheritdoc/>
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
                if (seen is null || seen.Add(definition.Id(item.Document)))
                    yield return item;
            }

            position = slice.Next;
        }
        while (position is not null);
    }

    /// <inheritdoc/>
    public async Task<Page<TDocument>> PageAsync(Query query, string? cursor, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        StorageRules.Check(definition, query);
        Position? position = cursor is null ? null : Position.FromCursor(cursor, definition.Name, query);
        Slice<TDocument> slice = await SliceAsync(query, position, size, long.MaxValue, cancellationToken);
        return new Page<TDocument>(slice.Items, slice.Next?.ToCursor(definition.Name, query));
    }

    /// <inheritdoc/>
    public Task<long> CountAsync(Query query, CancellationToken cancellationToken)
    {
        StorageRules.Check(definition, query);
        return CallAsync(() => _documents.CountDocumentsAsync(QueryFilter.Conditions(query), null, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountByAsync(Query query, string field, CancellationToken cancellationToken)
    {
        StorageRules.Check(definition, query);
        StorageRules.CheckField(definition, field);
        var group = new BsonDocument { { "_id", $"${StoredDocument.NameOf(field)}" }, { "count", new BsonDocument("$sum", 1L) } };
        return CallAsync<IReadOnlyDictionary<string, long>>(
            async () =>
            {
                var counts = new Dictionary<string, long>(StringComparer.Ordinal);
                foreach (BsonDocument row in await _documents.Aggregate().Match(QueryFilter.Conditions(query)).Group(group).ToListAsync(cancellationToken))
                {
                    // Null and the empty text share a key.
                    string value = FieldValue.Text(row["_id"]);
                    counts[value] = counts.GetValueOrDefault(value) + row["count"].ToInt64();
                }

                return counts;
            },
            cancellationToken);
    }

    private Task<Slice<TDocument>> SliceAsync(Query query, Position? after, int size, long length, CancellationToken cancellationToken)
    {
        StorageRules.Check(definition, query);
        var reading = new SliceReading<TDocument>(query, after, size, length, Decode);
        return CallAsync(() => reading.ReadAsync(_documents, cancellationToken), cancellationToken);
    }

    // Answers the positions in the batch of those that were there already.
    private async Task<HashSet<int>> InsertBatchAsync((int Position, BsonDocument Stored)[] batch, CancellationToken cancellationToken)
    {
        if (batch.Length == 0)
            return [];
        try
        {
            await _documents.InsertManyAsync(batch.Select(one => one.Stored), new InsertManyOptions { IsOrdered = false }, cancellationToken);
            return [];
        }
        catch (MongoBulkWriteException<BsonDocument> error) when (Upsert.OnlyDuplicates(error))
        {
            return [.. error.WriteErrors.Select(refused => refused.Index)];
        }
    }

    private async Task<TAnswer> CallAsync<TAnswer>(Func<Task<TAnswer>> call, CancellationToken cancellationToken)
    {
        await _setup.DoneAsync(cancellationToken);
        return await turns.RunAsync(database, call, cancellationToken);
    }

    private BsonDocument New(TDocument document)
    {
        string id = StorageRules.IdOf(definition, document);
        BsonDocument stored = StoredDocument.Content(definition, document, s_json);
        stored.InsertAt(0, new BsonElement(StoredDocument.Id, id));
        stored.InsertAt(1, new BsonElement(StoredDocument.Version, 1L));
        return stored;
    }

    // The version is counted by the server: an insert counts from nothing.
    private static UpdateOneModel<BsonDocument> UpsertOf(BsonDocument stored, long writes)
    {
        var content = new BsonDocument(stored.Where(element => element.Name is not (StoredDocument.Id or StoredDocument.Version)));
        return new UpdateOneModel<BsonDocument>(s_filter.Eq(StoredDocument.Id, stored[StoredDocument.Id]), UpdateOf(content, writes)) { IsUpsert = true };
    }

    private static BsonDocument UpdateOf(BsonDocument content, long writes) =>
        new() { { "$set", content }, { "$inc", new BsonDocument(StoredDocument.Version, writes) } };

    private static FilterDefinition<BsonDocument> ById(string id) => s_filter.Eq(StoredDocument.Id, id);

    private Versioned<TDocument> Decode(BsonDocument stored) => StoredDocument.Decode(stored, definition.Name, s_json);
}
