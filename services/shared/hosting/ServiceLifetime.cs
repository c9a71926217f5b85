using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Settings;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DialInsight.Hosting;

/// <summary>
/// The order in which a process comes up and goes down. Up: the folder, the bus (a broker that is away is waited for), the heartbeat.
/// Down, each step bounded: no more messages, what is in flight ends, facts go out, the watermark is written, the bus closes.
/// </summary>
internal sealed partial class ServiceLifetime(
    IBusDepot bus,
    Endpoints endpoints,
    FactPublisher publisher,
    FactRounds rounds,
    Presence presence,
    ExclusiveFolder folder,
    IOptions<HostSettings> settings,
    TimeProvider time,
    ILogger<ServiceLifetime> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_close = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stop = new();
    private Task _starting = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (presence.IsAlone)
            folder.Take();
        _starting = StartBusAsync(_stop.Token);
        rounds.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Value.ShutdownSeconds), time);
        await _stop.CancelAsync();
        await TryAsync("finishing what is in flight", endpoints.StopAsync, limit.Token);
        if (publisher.DrainsAtShutdown)
            await TryAsync("publishing what is kept", publisher.DrainAsync, limit.Token);
        using var close = new CancellationTokenSource(s_close, time);
        await TryAsync("writing the watermark", rounds.StopAsync, close.Token);
        await TryAsync("closing the bus", CloseAsync, close.Token);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private async Task StartBusAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await bus.Start(stop);
                return;
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                LogNotStarted(logger, exception.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(s_pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        await bus.Stop(cancellationToken);
    }

    /// <summary>A step that fails or takes too long is told and left: a transport that is stuck must not hold the process. What it leaves
    /// undone is above the watermark.</summary>
    private async Task TryAsync(string step, Func<CancellationToken, Task> run, CancellationToken limit)
    {
        try
        {
            await run(limit).WaitAsync(limit);
        }
        catch (Exception exception)
        {
            LogNotDone(logger, step, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus did not start ({Failure}); it is tried again")]
    private static partial void LogNotStarted(ILogger logger, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped without {Step} ({Failure}); the next start takes it up")]
    private static partial void LogNotDone(ILogger logger, string step, string failure);
}
