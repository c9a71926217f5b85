using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DialInsight.Hosting.Access;

/// <summary>Holds every caller to its share: a bucket of tokens for each key, and for each address that shows none that is known.</summary>
internal sealed class RequestLimits(IOptions<AccessSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _callers = Create(settings.Value.RequestsPerMinute);
    private readonly PartitionedRateLimiter<string> _strangers = Create(settings.Value.RefusalsPerMinute);

    /// <summary>Whether the caller may ask once more now.</summary>
    public bool Admits(Principal caller) => Take(_callers, caller.Name);

    /// <summary>Whether whoever asks without a known key, from this address, is told so once more. A known key is never held up by strangers.</summary>
    public bool AdmitsStranger(HttpContext context) => Take(_strangers, context.Connection.RemoteIpAddress?.ToString() ?? "");

    /// <inheritdoc/>
    public void Dispose()
    {
        _callers.Dispose();
        _strangers.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string partition)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(partition);
        return lease.IsAcquired;
    }

    // Partitions that come to rest are forgotten by the limiter itself, so addresses made up by the million take no memory for long.
    private static PartitionedRateLimiter<string> Create(int perMinute) => PartitionedRateLimiter.Create<string, string>(partition => perMinute == 0
        ? RateLimitPartition.GetNoLimiter(partition)
        : RateLimitPartition.GetTokenBucketLimiter(partition, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        }));
}
