using DialInsight.Storage.Conformance;
using DialInsight.Storage.Sqlite;

namespace DialInsight.Storage.Tests;

/// <summary>A folder of its own for one test.</summary>
public sealed class SqlitePlace : IStorePlace
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"dialinsight-storage-{Guid.NewGuid():N}");

    public IDocumentStoreFactory Connect() => new SqliteDocumentStoreFactory(new StorageOptions { Path = Folder });

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
