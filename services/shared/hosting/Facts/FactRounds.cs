using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting.Facts;

/// <summary>What runs beside the writing of facts: the heartbeat, once a second, and the adoption of dead writers, every five.</summary>
internal sealed partial class FactRounds(
    Presence presence, IEnumerable<IFactSource> sources, FactPublisher publisher, TimeProvider time, ILogger<FactRounds> logger, ILogger<Adoption> adoptionLogger)
    : IDisposable
{
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_adoption = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stop = new();
    private Task _rounds = Task.CompletedTask;

    /// <summary>Starts the rounds.</summary>
    public void Start()
    {
        Dictionary<string, IFactSource[]> byDatabase = sources.GroupBy(source => source.Database).ToDictionary(group => group.Key, group => group.ToArray());
        List<Task> rounds = [];
        foreach (FactWriter writer in presence.Writers)
        {
            var adoption = new Adoption(writer, byDatabase[writer.Ledger.Database], presence, publisher, time, adoptionLogger);
            rounds.Add(RepeatAsync("heartbeat", writer.Ledger.Database, s_heartbeat, stop => writer.BeatAsync(onlyIfStale: false, stop)));
            rounds.Add(RepeatAsync("adoption", writer.Ledger.Database, s_adoption, adoption.RunAsync));
        }

        _rounds = Task.WhenAll(rounds);
    }

    /// <summary>Stops the rounds and says farewell in every database.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _rounds.WaitAsync(cancellationToken);
        await publisher.DisposeAsync();
        foreach (FactWriter writer in presence.Writers)
            await writer.EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RepeatAsync(string round, string database, TimeSpan interval, Func<CancellationToken, Task> run)
    {
        CancellationToken stop = _stop.Token;
        await Task.Yield();
        try
        {
            while (true)
            {
                await TryAsync(round, database, run, stop);
                await Task.Delay(interval, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryAsync(string round, string database, Func<CancellationToken, Task> run, CancellationToken stop)
    {
        try
        {
            await run(stop);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            LogFailed(logger, round, database, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {Round} of {Database} failed with {Failure} and is tried again")]
    private static partial void LogFailed(ILogger logger, string round, string database, string failure);
}
