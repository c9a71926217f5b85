using DialInsight.Hosting.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace DialInsight.Hosting.Access;

/// <summary>Lets a request through to its endpoint if its caller's role allows it. What has no endpoint needs no key: it is not found.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessKeys keys, RequestLimits limits, TimeProvider time)
{
    private const string Scheme = "Bearer ";

    /// <summary>Checks one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(context);
        if (!keys.AreAsked)
            return AdmitAsync(context, Principal.Local);
        AccessKey? key = Shown(context.Request);
        if (key?.IsValid(time.GetUtcNow()) != true)
            return limits.AdmitsStranger(context) ? RefuseAsync(context, key) : SlowDownAsync(context, "Too many requests without a known key came from this address.");
        if (!limits.Admits(key.Principal))
            return SlowDownAsync(context, $"{key.Principal.Name} has asked more often than Auth:RequestsPerMinute allows.");
        context.Features.Set(key.Principal);
        Role required = endpoint.Metadata.GetMetadata<RoleRequirement>()?.Role ?? (IsRead(context.Request) ? Role.Viewer : Role.Operator);
        return key.Principal.Role < required ? ForbidAsync(context, key.Principal, required) : next(context);
    }

    /// <summary>Whether a request changes nothing.</summary>
    internal static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private Task AdmitAsync(HttpContext context, Principal caller)
    {
        context.Features.Set(caller);
        return next(context);
    }

    private AccessKey? Shown(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? keys.Find(header[Scheme.Length..].Trim()) : null;
    }

    private static Task RefuseAsync(HttpContext context, AccessKey? expired)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return expired is null
            ? Problems.Create(
                StatusCodes.Status401Unauthorized, "key-required", "A key is required", "Send a known key as 'Authorization: Bearer KEY'.", null).ExecuteAsync(context)
            : Problems.Create(
                StatusCodes.Status401Unauthorized, "key-expired", "The key has expired", $"The key of {expired.Principal.Name} ended at {expired.Expires:u}. Ask for a new one.", null).ExecuteAsync(context);
    }

    private static Task ForbidAsync(HttpContext context, Principal caller, Role required) =>
        Problems.Create(
            StatusCodes.Status403Forbidden,
            "role-required",
            "The role is not enough",
            $"This asks for the role {Name(required)}; {caller.Name} has {Name(caller.Role)}.",
            null).ExecuteAsync(context);

    private static Task SlowDownAsync(HttpContext context, string because)
    {
        context.Response.Headers.RetryAfter = "1";
        return Problems.Create(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests", $"{because} Wait a moment.", null).ExecuteAsync(context);
    }

    private static string Name(Role role) => role.ToString().ToLowerInvariant();
}
