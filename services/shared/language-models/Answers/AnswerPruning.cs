using DialInsight.LanguageModels.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels.Answers;

/// <summary>Keeps the cache within its bounds: a look ten minutes after the start, then one an hour. Several processes may look at once.</summary>
internal sealed partial class AnswerPruning(AnswerCache cache, IOptions<ModelSettings> settings, TimeProvider time, ILogger<AnswerPruning> logger) : BackgroundService
{
    private static readonly TimeSpan s_first = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (TimeSpan pause = s_first; !stoppingToken.IsCancellationRequested; pause = s_interval)
        {
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        AnswerCacheSettings bounds = settings.Value.Cache;
        try
        {
            DateTimeOffset? olderThan = bounds.MaximumAgeDays is { } days ? time.GetUtcNow().AddDays(-days) : null;
            long removed = await cache.PruneAsync(olderThan, bounds.MaximumEntries, stoppingToken);
            if (removed > 0)
                LogPruned(removed);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} answers beyond the cache's bounds were removed")]
    private partial void LogPruned(long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer cache could not be pruned ({Failure}); it is tried again")]
    private partial void LogFailed(string failure);
}
