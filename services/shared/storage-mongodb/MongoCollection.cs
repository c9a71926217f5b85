using System.Text.Json.Serialization.Metadata;
using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>Documents of one type in one collection of the server. Every method is one command on one document, or a batch of such.</summary>
internal sealed class MongoCollection<TDocument>(IMongoDatabase database, CollectionDefinition<TDocument> definition, Turns turns) : SlicedCollection<TDocument>(definition), IDocumentCollection<TDocument>
    where TDocument : class
{
    private static readonly FilterDefinitionBuilder<BsonDocument> s_filter = Builders<BsonDocument>.Filter;
    private static readonly JsonTypeInfo<TDocument> s_json = (JsonTypeInfo<TDocument>)DocumentJson.Options.GetTypeInfo(typeof(TDocument));

    private readonly IMongoCollection<BsonDocument> _documents = database.GetCollection<BsonDocument>(definition.Name);
    private readonly CollectionSetup<TDocument> _setup = new(database, definition, s_json);

    /// <inheritdoc/>
    public Task<Versioned<TDocument>?> FindAsync(string id, CancellationToken cancellationToken) => CallAsync(
        async () => await _documents.Find(ById(id)).FirstOrDefaultAsync(cancellationToken) is { } stored ? Decode(stored) : null,
        cancellationToken);

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
        FilterDefinition<BsonDocument> asRead = ById(StorageRules.IdOf(Definition, document)) & s_filter.Eq(StoredDocument.Version, expectedVersion);
        UpdateDefinition<BsonDocument> update = UpdateOf(StoredDocument.Content(Definition, document, s_json), 1);
        return CallAsync(async () => (await _documents.UpdateOneAsync(asRead, update, null, cancellationToken)).MatchedCount > 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        CallAsync(async () => (await _documents.DeleteOneAsync(ById(id), cancellationToken)).DeletedCount > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<long> DeleteWhereAsync(Query query, CancellationToken cancellationToken)
    {
        StorageRules.CheckDeletion(Definition, query);
        return CallAsync(async () => (await _documents.DeleteManyAsync(QueryFilter.Conditions(query), cancellationToken)).DeletedCount, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> CountAsync(Query query, CancellationToken cancellationToken)
    {
        StorageRules.Check(Definition, query);
        return CallAsync(() => _documents.CountDocumentsAsync(QueryFilter.Conditions(query), null, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountByAsync(Query query, string field, CancellationToken cancellationToken)
    {
        StorageRules.Check(Definition, query);
        StorageRules.CheckField(Definition, field);
        var group = new BsonDocument { { "_id", $"${StoredDocument.NameOf(field)}" }, { "count", new BsonDocument("$sum", 1L) } };
        return CallAsync<IReadOnlyDictionary<string, long>>(
            async () =>
            {
                var counts = new Dictionary<string, long>(StringComparer.Ordinal);
                foreach (BsonDocument row in await _documents.Aggregate().Match(QueryFilter.Conditions(query)).Group(group).ToListAsync(cancellationToken))
                {
                    // Null and the empty text share a key.
                    string value = FieldValue.Text(BsonField.Plain(row["_id"]));
                    counts[value] = counts.GetValueOrDefault(value) + row["count"].ToInt64();
                }

                return counts;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<Slice<TDocument>> ReadAsync(Query query, Position? after, int size, long length, CancellationToken cancellationToken)
    {
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
        string id = StorageRules.IdOf(Definition, document);
        BsonDocument stored = StoredDocument.Content(Definition, document, s_json);
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

    private Versioned<TDocument> Decode(BsonDocument stored) => StoredDocument.Decode(stored, Definition.Name, s_json);
}
