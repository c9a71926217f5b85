using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting;

/// <summary>A database that this process works with; readiness looks at it.</summary>
/// <param name="Name">Its name, which is its service's.</param>
internal sealed record ServiceDatabase(string Name);

/// <summary>Registers databases that a process cannot work without.</summary>
public static class ServiceDatabases
{
    /// <summary>Has readiness look at the database of <paramref name="service"/>.</summary>
    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddSingleton(new ServiceDatabase(service));
        return builder;
    }
}
