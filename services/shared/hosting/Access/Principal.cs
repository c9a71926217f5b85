using Microsoft.AspNetCore.Http;

namespace DialInsight.Hosting.Access;

/// <summary>The named caller of a request. Endpoints take it as a parameter.</summary>
/// <param name="Name">The name its key is registered under; <c>local</c> on loopback without keys.</param>
/// <param name="Role">What it may do.</param>
public sealed record Principal(string Name, Role Role)
{
    /// <summary>The caller where no keys are asked for.</summary>
    public static Principal Local { get; } = new("local", Role.Admin);

    /// <summary>Binds the caller of the request to an endpoint's parameter.</summary>
    public static ValueTask<Principal?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<Principal?>(context.Features.Get<Principal>() ?? Local);
}
