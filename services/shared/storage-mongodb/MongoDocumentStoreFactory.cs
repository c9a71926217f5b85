using System.Collections.Concurrent;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>
/// Databases on one MongoDB server, replica set or sharded cluster, from version 4.4 on. The database in the connection string
/// (<c>dialinsight</c> where it names none) begins the names of all: <c>ingest</c> is kept in <c>dialinsight-ingest</c>.
/// With a user and a database in it, <c>authSource</c> tells where the user is.
/// </summary>
public sealed class MongoDocumentStoreFactory : IDocumentStoreFactory, IDisposable
{
    private const int MaximumNameLength = 63;

    private readonly ConcurrentDictionary<string, MongoDocumentStore> _stores = new(StringComparer.Ordinal);
    private readonly MongoClient _client;
    private readonly Turns _turns;
    private readonly string _prefix;

    /// <summary>Reads the connection string; nothing is connected before the first use.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It is none. The message does not repeat it.</exception>
    public MongoDocumentStoreFactory(StorageOptions options)
    {
        MongoUrl url = ClientSettings.Parse(options.ConnectionString);
        _prefix = url.DatabaseName ?? "dialinsight";
        _client = new MongoClient(ClientSettings.Of(url));
        _turns = new Turns(_client.Settings);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name is not made of lower-case letters, digits and dashes, or too long with its beginning.</exception>
    public IDocumentStore Open(string database)
    {
        StorageRules.CheckDatabase(database);
        return _stores.GetOrAdd(database, Create);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _turns.Dispose();
    }

    private MongoDocumentStore Create(string database)
    {
        string name = $"{_prefix}-{database}";
        if (name.Length > MaximumNameLength)
            throw new ArgumentException($"'{name}' is too long for MongoDB, which allows {MaximumNameLength} characters: shorten the database in Storage:ConnectionString.", nameof(database));
        return new MongoDocumentStore(_client.GetDatabase(name), database, _turns);
    }
}
