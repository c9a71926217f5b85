using System.Globalization;
using System.Reflection;
using DialInsight.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting.Audit;

/// <summary>Leaves an entry for each change that succeeded, once it has, and for each that a known caller was not allowed to make.</summary>
internal sealed partial class AuditMiddleware(
    RequestDelegate next, AuditLog audit, IEnumerable<AuditedService> services, TimeProvider time, ILogger<AuditMiddleware> logger)
{
    private readonly Dictionary<string, string> _services = services.DistinctBy(service => service.Name).ToDictionary(service => Namespace(service.Name), service => service.Name);

    /// <summary>Runs the request, then notes it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (AccessMiddleware.IsRead(context.Request) || context.Response.StatusCode is >= StatusCodes.Status400BadRequest and not StatusCodes.Status403Forbidden)
            return;
        if (context.Features.Get<Principal>() is { } caller && context.GetEndpoint() is RouteEndpoint endpoint && ServiceOf(endpoint) is string service)
            await NoteAsync(context, caller, endpoint, service);
    }

    private async Task NoteAsync(HttpContext context, Principal caller, RouteEndpoint endpoint, string service)
    {
        DateTimeOffset now = time.GetUtcNow();
        var entry = new AuditEntry
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd'T'HHmmssfff'Z'}-{Guid.NewGuid():N}"),
            At = now,
            Principal = caller.Name,
            Role = caller.Role,
            Method = context.Request.Method,
            Route = endpoint.RoutePattern.RawText ?? "",
            Target = TargetOf(context),
            Outcome = context.Response.StatusCode,
        };
        try
        {
            // The change is made: that its caller has gone away meanwhile does not unmake it.
            await audit.Of(service).InsertAsync(entry, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogLost(logger, entry.Method, entry.Route, entry.Principal, exception);
        }
    }

    /// <summary>The thing in the route, or the one that was made.</summary>
    private static string TargetOf(HttpContext context) => context.Request.RouteValues.Count > 0
        ? string.Join('/', context.Request.RouteValues.Values)
        : context.Response.Headers.Location.ToString();

    private string? ServiceOf(RouteEndpoint endpoint)
    {
        string? handler = endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.FullName;
        return _services.Count == 1
            ? _services.Values.Single()
            : _services.FirstOrDefault(service => handler?.StartsWith(service.Key, StringComparison.Ordinal) == true).Value;
    }

    /// <summary><c>prompt-assembly</c> lives in <c>DialInsight.PromptAssembly</c>.</summary>
    private static string Namespace(string service) =>
        $"DialInsight.{string.Concat(service.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}.";

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit entry of {Method} {Route} by {Principal} could not be written")]
    private static partial void LogLost(ILogger logger, string method, string route, string principal, Exception exception);
}
