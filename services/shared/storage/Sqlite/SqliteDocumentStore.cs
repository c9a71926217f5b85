namespace DialInsight.Storage.Sqlite;

/// <summary>One database in one file: a thread that writes and a pool of connections that read.</summary>
internal sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    // How long a write or a read waits for a lock that another process holds.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Prepares the database; its file is opened by the first use.</summary>
    public SqliteDocumentStore(string folder, string database)
    {
        Name = database;
        var file = new DatabaseFile(folder, database);
        Writer = new Writer(file, s_patience);
        Readers = new Readers(file, s_patience);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Writes.</summary>
    public Writer Writer { get; }

    /// <summary>Reads.</summary>
    public Readers Readers { get; }

    /// <inheritdoc/>
    public IDocumentCollection<TDocument> Collection<TDocument>(CollectionDefinition<TDocument> definition)
        where TDocument : class
    {
        StorageRules.Check(definition);
        return new SqliteCollection<TDocument>(this, definition);
    }

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken) =>
        // The same number every time, but SQLite writes the page: a full disk or a file that became read-only shows.
        Writer.WriteAsync(connection => connection.Execute("PRAGMA user_version=1"), cancellationToken);

    /// <summary>Finishes the writes that wait and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        Readers.Dispose();
    }
}
