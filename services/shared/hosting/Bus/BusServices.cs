using DialInsight.Hosting.Facts;
using DialInsight.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    /// <summary>Configures the bus, and how facts go over it, for what the modules have added.</summary>
    internal static void AddBus(WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        BusRegistration registration = BusRegistration.Of(builder);
        // A name that is none is told when the settings are checked.
        _ = BusOptions.TryTransport(builder.Configuration["Bus:Transport"], out BusTransport transport);
        BusConfiguration.Add(services, registration, transport);
        services.AddSingleton<Endpoints>().AddSingleton<IReceiveEndpointObserver>(provider => provider.GetRequiredService<Endpoints>());
        services.AddSingleton<BusReadiness>().AddSingleton<IBusObserver>(provider => provider.GetRequiredService<BusReadiness>());
        services.AddSingleton<ExclusiveFolder>().AddSingleton<FactPublisher>().AddSingleton<FactRounds>();
        services.AddSingleton(provider => new Presence(
            provider.GetRequiredService<IDocumentStoreFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            alone: transport == BusTransport.InMemory && IsSqlite(provider)));
        if (transport == BusTransport.RabbitMQ)
        {
            services.AddSingleton<IFactTransport, BrokerTransport>();
            return;
        }

        services.AddSingleton<DeliveryTracker>().AddSingleton<IReceiveObserver>(provider => provider.GetRequiredService<DeliveryTracker>());
        services.AddSingleton<IFactTransport, InProcessTransport>();
    }

    private static bool IsSqlite(IServiceProvider provider) =>
        string.Equals(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider, "SQLite", StringComparison.OrdinalIgnoreCase);
}
