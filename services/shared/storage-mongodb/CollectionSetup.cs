using System.Text.Json.Serialization.Metadata;
using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>
/// Brings a collection on the server up to its definition. Every step may be repeated, and done by several processes at once. Which fields
/// a collection's documents hold is noted in the collection <c>_fields</c>, whose name no definition can have.
/// </summary>
internal sealed class CollectionSetup<TDocument>(IMongoDatabase database, CollectionDefinition<TDocument> definition, JsonTypeInfo<TDocument> json)
    where TDocument : class
{
    private const int FillDocuments = 256;

    private static readonly FilterDefinitionBuilder<BsonDocument> s_filter = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _documents = database.GetCollection<BsonDocument>(definition.Name);
    private readonly IMongoCollection<BsonDocument> _notes = database.GetCollection<BsonDocument>("_fields");

    private readonly Lock _gate = new();
    private Task? _setup;

    /// <summary>Done once for all callers, and again where it failed.</summary>
    public Task DoneAsync(CancellationToken cancellationToken)
    {
        if (_setup is { IsCompletedSuccessfully: true })
            return Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            // No caller's token: whoever came first may leave, the others still wait.
            if (_setup is null or { IsFaulted: true } or { IsCanceled: true })
                _setup = Outage.TranslateAsync(database, () => EnsureAsync(CancellationToken.None), CancellationToken.None);
            return _setup.WaitAsync(cancellationToken);
        }
    }

    // Makes what is missing: fields (filled for the documents that are there), indexes.
    private async Task<bool> EnsureAsync(CancellationToken cancellationToken)
    {
        HashSet<string> noted = await NotedAsync(cancellationToken);
        IndexedField<TDocument>[] missing = [.. definition.Fields.Where(field => !noted.Contains(field.Name))];
        if (missing.Length > 0)
        {
            await FillAsync(missing, cancellationToken);
            await NoteAsync(missing, cancellationToken);
        }

        CreateIndexModel<BsonDocument>[] indexes = [.. definition.Fields.Select(field => Index([field.Name])), .. definition.CompoundIndexes.Select(Index)];
        if (indexes.Length > 0)
            await _documents.Indexes.CreateManyAsync(indexes, cancellationToken);
        return true;
    }

    private static CreateIndexModel<BsonDocument> Index(IReadOnlyList<string> fields)
    {
        IndexKeysDefinitionBuilder<BsonDocument> keys = Builders<BsonDocument>.IndexKeys;
        IEnumerable<string> names = fields.Contains("id") ? fields.Select(StoredDocument.NameOf) : fields.Append(StoredDocument.Id);
        return new CreateIndexModel<BsonDocument>(keys.Combine(names.Select(name => keys.Ascending(name))));
    }

    private async Task<HashSet<string>> NotedAsync(CancellationToken cancellationToken)
    {
        BsonDocument? note = await _notes.Find(s_filter.Eq(StoredDocument.Id, definition.Name)).FirstOrDefaultAsync(cancellationToken);
        return note is null ? [] : [.. note["fields"].AsBsonArray.Select(field => field.AsString)];
    }

    private Task NoteAsync(IEnumerable<IndexedField<TDocument>> fields, CancellationToken cancellationToken) => Upsert.RepeatAsync(() =>
        _notes.UpdateOneAsync(
            s_filter.Eq(StoredDocument.Id, definition.Name),
            Builders<BsonDocument>.Update.AddToSetEach("fields", fields.Select(field => field.Name)),
            new UpdateOptions { IsUpsert = true },
            cancellationToken));

    private async Task FillAsync(IReadOnlyList<IndexedField<TDocument>> fields, CancellationToken cancellationToken)
    {
        FilterDefinition<BsonDocument> rest = s_filter.Empty;
        while (true)
        {
            List<BsonDocument> some = await _documents.Find(rest).Sort(Builders<BsonDocument>.Sort.Ascending(StoredDocument.Id)).Limit(FillDocuments).ToListAsync(cancellationToken);
            UpdateOneModel<BsonDocument>[] updates = [.. some.Select(stored => Fill(stored, fields)).OfType<UpdateOneModel<BsonDocument>>()];
            if (updates.Length > 0)
                await _documents.BulkWriteAsync(updates, new BulkWriteOptions { IsOrdered = false }, cancellationToken);
            if (some.Count < FillDocuments)
                return;
            rest = s_filter.Gt(StoredDocument.Id, some[^1][StoredDocument.Id]);
        }
    }

    // A body that cannot be read keeps "no value": whoever reads that document is told, the others stay usable.
    // One that was written meanwhile has its fields already.
    private UpdateOneModel<BsonDocument>? Fill(BsonDocument stored, IReadOnlyList<IndexedField<TDocument>> fields) =>
        StoredDocument.Read(stored, json) is not { } document
            ? null
            : new UpdateOneModel<BsonDocument>(
                s_filter.Eq(StoredDocument.Id, stored[StoredDocument.Id]) & s_filter.Eq(StoredDocument.Version, stored.GetValue(StoredDocument.Version, BsonNull.Value)),
                new BsonDocument("$set", StoredDocument.Fields(definition, document, fields)));
}
