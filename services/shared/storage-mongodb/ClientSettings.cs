using Microsoft.Extensions.Options;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>How the driver talks to the server: what the port promises is fixed, the rest is the connection string's.</summary>
internal static class ClientSettings
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Parses the connection string. The driver's own message is dropped, because it repeats the password.</summary>
    public static MongoUrl Parse(string? connectionString)
    {
        try
        {
            return new MongoUrl(connectionString);
        }
        catch (Exception error) when (error is MongoException or ArgumentException or FormatException)
        {
            throw new OptionsValidationException(nameof(StorageOptions), typeof(StorageOptions),
                ["Storage:ConnectionString is not a MongoDB connection string; one looks like mongodb://user:password@host:27017/?replicaSet=rs0."]);
        }
    }

    /// <summary>
    /// The client's settings. A write is acknowledged by a majority and journalled, because its task promises the disk. Reads go to the
    /// primary and see what it has: whoever is told that a document is there already must be able to read it at once.
    /// </summary>
    public static MongoClientSettings Of(MongoUrl url)
    {
        MongoClientSettings settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName ??= "dialinsight";
        settings.WriteConcern = WriteConcern.WMajority.With(journal: true, wTimeout: s_patience);
        settings.ReadPreference = ReadPreference.Primary;
        settings.ReadConcern = ReadConcern.Local;
        settings.WaitQueueTimeout = s_patience;
        return settings;
    }
}
