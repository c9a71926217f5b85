using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>One database on the server.</summary>
internal sealed class MongoDocumentStore(IMongoDatabase database, string name, Turns turns) : IDocumentStore
{
    // A probe is answered before whoever asks gives up; a write would wait longer for a primary.
    private static readonly TimeSpan s_checkPatience = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IDocumentCollection<TDocument> Collection<TDocument>(CollectionDefinition<TDocument> definition)
        where TDocument : class
    {
        StorageRules.Check(definition);
        return new MongoCollection<TDocument>(database, definition, turns);
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_checkPatience);
        try
        {
            // Only a primary is asked: where there is none, nothing can be written.
            await Outage.TranslateAsync(
                database, () => database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), ReadPreference.Primary, limit.Token), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Outage.Unreachable(database);
        }
    }
}
