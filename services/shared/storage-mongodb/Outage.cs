using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;

namespace DialInsight.Storage.MongoDB;

/// <summary>The driver's failures in the port's words.</summary>
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
        catch (TimeoutException error) when (database.Client.Cluster.Description.State == ClusterState.Disconnected)
        {
            throw new IOException($"MongoDB's database '{database.DatabaseNamespace.DatabaseName}' cannot be reached.", error);
        }
        catch (MongoException error) when (IsTimeout(error))
        {
            throw new TimeoutException($"MongoDB's database '{database.DatabaseNamespace.DatabaseName}' is busy.", error);
        }
        catch (MongoException error)
        {
            throw new IOException($"MongoDB's database '{database.DatabaseNamespace.DatabaseName}' cannot be read or written ({error.GetType().Name}).", error);
        }
    }

    private static bool IsTimeout(MongoException error) => error switch
    {
        MongoExecutionTimeoutException or MongoWaitQueueFullException => true,
        MongoWriteException write => write.WriteConcernError?.Code == WriteConcernTimeout,
        MongoBulkWriteException bulk => bulk.WriteConcernError?.Code == WriteConcernTimeout,
        MongoWriteConcernException concern => concern.Code == WriteConcernTimeout,
        _ => false,
    };
}
