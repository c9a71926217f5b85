using System.Collections.Concurrent;

namespace DialInsight.Storage.Sqlite;

/// <summary>Databases as SQLite files, one per name, in one folder. Disposing it finishes the writes that wait and closes the files.</summary>
/// <param name="options">Where the folder is.</param>
public sealed class SqliteDocumentStoreFactory(StorageOptions options) : IDocumentStoreFactory, IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<SqliteDocumentStore>> _stores = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name is not made of lower-case letters, digits and dashes.</exception>
    public IDocumentStore Open(string database)
    {
        StorageRules.CheckDatabase(database);
        return _stores.GetOrAdd(database, name => new Lazy<SqliteDocumentStore>(() => new SqliteDocumentStore(options.Path, name))).Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<SqliteDocumentStore> store in _stores.Values)
            await store.Value.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
