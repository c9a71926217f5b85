using System.Globalization;
using System.Net;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;
using MongoDB.Driver.Core.Servers;

namespace DialInsight.Storage.MongoDB;

/// <summary>
/// The driver's failures in the port's words: which database, and why. The driver's own exceptions are dropped, because a server's
/// messages may quote what was written, and end up in logs.
/// </summary>
internal static class Outage
{
    private const int WriteConcernTimeout = 64;

    /// <summary>Runs a call on the server.</summary>
    /// <exception cref="IOException">The server cannot be reached, or refuses.</exception>
    /// <exception cref="TimeoutException">It is busy.</exception>
    public static async Task<TAnswer> TranslateAsync<TAnswer>(IMongoDatabase database, Func<Task<TAnswer>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await call();
        }
        catch (TimeoutException) when (database.Client.Cluster.Description.State == ClusterState.Disconnected)
        {
            throw Unreachable(database);
        }
        catch (TimeoutException)
        {
            throw Busy(database);
        }
        catch (MongoException error) when (IsTimeout(error))
        {
            throw new TimeoutException($"{NameOf(database)} is busy: {Reason(error)}.");
        }
        catch (MongoException error)
        {
            throw new IOException($"{NameOf(database)} cannot be read or written: {Reason(error)}.");
        }
    }

    /// <summary>What to throw when no server answered.</summary>
    public static IOException Unreachable(IMongoDatabase database)
    {
        string[] servers = [.. database.Client.Cluster.Description.Servers.Select(server => $"{NameOf(server.EndPoint)} ({Reason(server)})")];
        return new IOException($"{NameOf(database)} cannot be reached: {(servers.Length > 0 ? string.Join(", ", servers) : NoServer(database.Client.Settings))}.");
    }

    // The driver forgets servers that answer as members of another replica set, or of none.
    private static string NoServer(MongoClientSettings settings) => settings.ReplicaSetName is { } set
        ? $"{string.Join(", ", settings.Servers)} is no member of the replica set '{set}'; correct or leave out replicaSet in Storage:ConnectionString"
        : "no server is known; look at the hosts in Storage:ConnectionString";

    /// <summary>What to throw when it took too long to be served.</summary>
    public static TimeoutException Busy(IMongoDatabase database) => new($"{NameOf(database)} is busy, or has no primary.");

    private static bool IsTimeout(MongoException error) => error switch
    {
        MongoExecutionTimeoutException or MongoWaitQueueFullException => true,
        MongoWriteException write => write.WriteConcernError?.Code == WriteConcernTimeout,
        MongoBulkWriteException bulk => bulk.WriteConcernError?.Code == WriteConcernTimeout,
        MongoWriteConcernException concern => concern.Code == WriteConcernTimeout,
        _ => false,
    };

    private static string NameOf(IMongoDatabase database) => $"MongoDB's database '{database.DatabaseNamespace.DatabaseName}'";

    private static string NameOf(EndPoint server) =>
        server is DnsEndPoint dns ? string.Create(CultureInfo.InvariantCulture, $"{dns.Host}:{dns.Port}") : $"{server}";

    private static string Reason(ServerDescription server) => server.HeartbeatException is { } error ? Reason(error) : "no answer yet";

    // Codes of the server; words only where they are the network's.
    private static string Reason(Exception error) => error switch
    {
        MongoWriteConcernException concern => $"write concern, code {concern.Code}",
        MongoCommandException command => command.CodeName ?? $"code {command.Code}",
        MongoWriteException { WriteError: { } write } => $"write error, code {write.Code}",
        MongoWriteException { WriteConcernError: { } concern } => $"write concern, code {concern.Code}",
        MongoBulkWriteException { WriteErrors: [var first, ..] } => $"write error, code {first.Code}",
        MongoBulkWriteException { WriteConcernError: { } concern } => $"write concern, code {concern.Code}",
        MongoException { InnerException: { } inner } => Reason(inner),
        MongoException => error.GetType().Name,
        _ => error.GetBaseException().Message,
    };
}
