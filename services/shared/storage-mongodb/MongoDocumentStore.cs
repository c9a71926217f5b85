using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>One database on the server.</summary>
internal sealed class MongoDocumentStore(IMongoDatabase database, string name) : IDocumentStore
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IDocumentCollection<TDocument> Collection<TDocument>(CollectionDefinition<TDocument> definition)
        where TDocument : class
    {
        StorageRules.Check(definition);
        return new MongoCollection<TDocument>(database, definition);
    }

    /// <inheritdoc/>
    // Only a primary is asked: where there is none, nothing can be written.
    public Task CheckAsync(CancellationToken cancellationToken) =>
        Outage.TranslateAsync(database, () => database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), ReadPreference.Primary, cancellationToken), cancellationToken);
}
