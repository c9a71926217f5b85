using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>
/// As many calls at once as the client has connections; further ones wait here, in order. The driver has a queue of its own, but refuses
/// whoever finds it full (500 waiting) at once, where the port promises to wait.
/// </summary>
internal sealed class Turns(MongoClientSettings settings) : IDisposable
{
    private const int DriverQueue = 500;

    private readonly SemaphoreSlim _free = new(settings.MaxConnectionPoolSize is > 0 and < DriverQueue and int connections ? connections : DriverQueue);

    /// <summary>Runs a call on the server when its turn has come.</summary>
    /// <exception cref="IOException">The server cannot be reached, or refuses.</exception>
    /// <exception cref="TimeoutException">It is busy, or the turn did not come within a minute.</exception>
    public async Task<TAnswer> RunAsync<TAnswer>(IMongoDatabase database, Func<Task<TAnswer>> call, CancellationToken cancellationToken)
    {
        if (!await _free.WaitAsync(settings.WaitQueueTimeout, cancellationToken))
            throw Outage.Busy(database);
        try
        {
            return await Outage.TranslateAsync(database, call, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}
