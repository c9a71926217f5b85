using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DialInsight.LanguageModels.Routes;

/// <summary>Not ready while every key of a model is refused: nothing that needs the model goes on until somebody has put that right.</summary>
internal sealed class KeysCheck(RouteCatalogue routes, ILanguageModels models) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(routes.IsBarred ? HealthCheckResult.Degraded($"The key of {models.Labeller.Name} or {models.Judge.Name} is refused.") : HealthCheckResult.Healthy());
}
