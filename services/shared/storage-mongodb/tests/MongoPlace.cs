using DialInsight.Storage.Conformance;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB.Tests;

/// <summary>Names of its own on the server that <c>DIALINSIGHT_MONGODB</c> names. Without one the test is skipped.</summary>
public sealed class MongoPlace : IStorePlace
{
    private readonly MongoUrl _server = new(Server);

    private readonly string _prefix = $"test-{Guid.NewGuid():N}"[..20];

    /// <summary>The server's connection string, or null where there is none.</summary>
    public static string? Address { get; set; } = Environment.GetEnvironmentVariable("DIALINSIGHT_MONGODB");

    /// <summary>Why there is none.</summary>
    public static string Missing { get; set; } = "No server: set DIALINSIGHT_MONGODB to the connection string of a MongoDB of 4.4 or later.";

    /// <summary>The server's connection string; skips the test where there is none.</summary>
    public static string Server
    {
        get
        {
            Assert.SkipWhen(Address is null, Missing);
            return Address;
        }
    }

    /// <summary>This place's connection string.</summary>
    public string ConnectionString => new MongoUrlBuilder(_server.Url)
    {
        DatabaseName = _prefix,
        AuthenticationSource = _server.AuthenticationSource ?? _server.DatabaseName,
    }.ToString();

    public IDocumentStoreFactory Connect() => new MongoDocumentStoreFactory(new StorageOptions { Provider = "MongoDB", ConnectionString = ConnectionString });

    public async ValueTask DisposeAsync()
    {
        using var client = new MongoClient(_server);
        foreach (string name in await (await client.ListDatabaseNamesAsync()).ToListAsync())
        {
            if (name.StartsWith(_prefix, StringComparison.Ordinal))
                await client.DropDatabaseAsync(name);
        }
    }
}
