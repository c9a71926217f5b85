using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Audit;

/// <summary>Registers the audit of a service's changes.</summary>
public static class AuditServices
{
    /// <summary>Every change over HTTP to an endpoint of <paramref name="service"/> that succeeds leaves an entry in the collection
    /// <c>audit</c> of its database. An endpoint belongs to the service whose namespace its handler is in.</summary>
    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddSingleton(new AuditedService(service));
        return builder.AddDatabase(service);
    }
}

/// <summary>A service whose changes are audited.</summary>
/// <param name="Name">For instance <c>prompt-assembly</c>.</param>
internal sealed record AuditedService(string Name);
