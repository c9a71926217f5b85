using DialInsight.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DialInsight.Hosting.Http;

/// <summary>Whether every database of this process can be reached and written.</summary>
internal sealed class StoresCheck(IDocumentStoreFactory stores, IEnumerable<ServiceDatabase> databases) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await Task.WhenAll(databases.Select(database => database.Name).Distinct().Select(name => stores.Open(name).CheckAsync(cancellationToken)));
        return HealthCheckResult.Healthy();
    }
}
