using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DialInsight.Hosting.Http;

/// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (bus and stores are there, 503 otherwise).</summary>
internal static class HealthAnswers
{
    private const string Ready = "ready";

    /// <summary>Maps both. They need no key.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Answer([])).AllowAnonymous().WithTags("health").WithSummary("Whether the process answers");
        app.MapGet("/health/ready", AnswerReadyAsync).AllowAnonymous().WithTags("health").WithSummary("Whether bus and stores are there; 503 otherwise");
    }

    /// <summary>Adds the check of the stores; the bus brings its own.</summary>
    public static void AddStores(IHealthChecksBuilder checks) => checks.AddCheck<StoresCheck>("stores", tags: [Ready], timeout: TimeSpan.FromSeconds(5));

    private static async Task<IResult> AnswerReadyAsync(HealthCheckService health, CancellationToken cancellationToken)
    {
        HealthReport report = await health.CheckHealthAsync(check => check.Tags.Contains(Ready), cancellationToken);
        return Answer(report.Entries.ToDictionary(entry => entry.Key == "masstransit-bus" ? "bus" : entry.Key, entry => entry.Value.Status));
    }

    private static JsonHttpResult<HealthAnswer> Answer(Dictionary<string, HealthStatus> checks)
    {
        HealthStatus status = checks.Values.Append(HealthStatus.Healthy).Min();
        // A bus that has lost its broker calls itself degraded: for a probe that is not ready.
        int code = status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(new HealthAnswer(Name(status), checks.ToDictionary(check => check.Key, check => Name(check.Value))), statusCode: code);
    }

    private static string Name(HealthStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>What health answers: without reasons, which may name hosts.</summary>
    private sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Checks);
}
