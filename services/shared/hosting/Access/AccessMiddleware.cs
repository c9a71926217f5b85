using DialInsight.Hosting.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace DialInsight.Hosting.Access;

/// <summary>Lets a request through to its endpoint if its caller's role allows it. What has no endpoint needs no key: it is not found.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessKeys keys)
{
    private const string Scheme = "Bearer ";

    /// <summary>Checks one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(context);
        if (Caller(context.Request) is not { } caller)
            return RefuseAsync(context);
        Role required = endpoint.Metadata.GetMetadata<RoleRequirement>()?.Role ?? (IsRead(context.Request) ? Role.Viewer : Role.Operator);
        if (caller.Role < required)
            return ForbidAsync(context, caller, required);
        context.Features.Set(caller);
        return next(context);
    }

    /// <summary>Whether a request changes nothing.</summary>
    internal static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private Principal? Caller(HttpRequest request)
    {
        if (!keys.AreAsked)
            return Principal.Local;
        string header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? keys.Find(header[Scheme.Length..].Trim()) : null;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Create(
            StatusCodes.Status401Unauthorized, "key-required", "A key is required", "Send a known key as 'Authorization: Bearer KEY'.", null).ExecuteAsync(context);
    }

    private static Task ForbidAsync(HttpContext context, Principal caller, Role required) =>
        Problems.Create(
            StatusCodes.Status403Forbidden,
            "role-required",
            "The role is not enough",
            $"This asks for the role {Name(required)}; {caller.Name} has {Name(caller.Role)}.",
            null).ExecuteAsync(context);

    private static string Name(Role role) => role.ToString().ToLowerInvariant();
}
