using Microsoft.AspNetCore.Builder;

namespace DialInsight.Hosting.Bus;

/// <summary>Registers a module's consumers.</summary>
public static class BusServices
{
    /// <summary>Adds consumers. The bus itself is configured once, when the host is built.</summary>
    public static WebApplicationBuilder AddConsumers(this WebApplicationBuilder builder, Action<IBusConsumers> configure)
    {
        configure(BusRegistration.Of(builder));
        return builder;
    }
}
