using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting;

/// <summary>
/// Looks at what has stood still and sets it going again, over and over. A round that fails is logged and tried again later, with
/// growing pauses up to a minute: a store that is away is waited for.
/// </summary>
/// <param name="interval">The pause between two rounds; each is drawn out by up to a fifth, so that replicas do not march in step.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failed rounds are told.</param>
public abstract partial class Reconciler(TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    /// <summary>One round. Should be short: bounded reads, and safe to run by several replicas at once.</summary>
    protected abstract Task ReconcileAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not inside the host's start, which a slow first round would hold up.
        await Task.Yield();
        int failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            failures = await RoundAsync(stoppingToken) ? 0 : Math.Min(failures + 1, 10);
            try
            {
                await Task.Delay(Pause(failures), time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReconcileAsync(stoppingToken);
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception)
        {
            LogFailed(logger, GetType().Name, exception.GetType().Name, exception);
            return false;
        }
    }

    private TimeSpan Pause(int failures)
    {
        TimeSpan pause = interval * Math.Pow(2, failures);
        pause = failures > 0 && pause > s_longestPause ? s_longestPause : pause;
        // Jitter needs no seed: nothing that is kept depends on it.
        return pause * (1 + (0.2 * (Environment.TickCount64 * 7919 % 1000) / 1000));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reconciler} failed with {Failure} and tries again")]
    private static partial void LogFailed(ILogger logger, string reconciler, string failure, Exception exception);
}
