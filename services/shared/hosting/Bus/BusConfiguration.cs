using DialInsight.Contracts;
using DialInsight.Hosting.Failures;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DialInsight.Hosting.Bus;

/// <summary>Configures the bus for the transport that the settings name.</summary>
internal static class BusConfiguration
{
    /// <summary>Adds MassTransit with the consumers of all modules.</summary>
    public static void Add(IServiceCollection services, BusRegistration registration, BusTransport transport)
    {
        services.AddMassTransit(bus =>
        {
            // Nobody but the operator is told how this is used.
            bus.DisableUsageTelemetry();
            registration.Apply(bus);
            if (transport == BusTransport.RabbitMQ)
                bus.UsingRabbitMq((context, configurator) => Configure(context, configurator, registration));
            else
                bus.UsingInMemory(Configure);
        });
        // ServiceLifetime starts and stops the bus: it has to drain the facts in between.
        services.RemoveMassTransitHostedService();
    }

    private static void Configure(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator configurator)
    {
        ConfigureMessages(configurator);
        configurator.ConfigureEndpoints(context);
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator configurator, BusRegistration registration)
    {
        configurator.Host(new Uri(context.GetRequiredService<IOptions<BusOptions>>().Value.Uri!), host =>
        {
            host.PublisherConfirmation = true;
            host.Heartbeat(TimeSpan.FromSeconds(10));
        });
        ConfigureMessages(configurator);
        // A service that only publishes has no endpoint whose connection readiness could look at: the bus's own one serves.
        configurator.AutoStart = registration.IsEmpty;
        foreach (string service in registration.ServicesOf(context))
        {
            configurator.ReceiveEndpoint(QueueSettings.DeadLettersOf(service), endpoint =>
            {
                endpoint.SetQuorumQueue();
                endpoint.ConfigureConsumeTopology = false;
                endpoint.PrefetchCount = 16;
                FailureFilters.ApplyToDeadLetters(endpoint, context, service);
            });
        }

        configurator.ConfigureEndpoints(context);
    }

    private static void ConfigureMessages(IBusFactoryConfigurator configurator)
    {
        configurator.Publish<IFact>(topology => topology.Exclude = true);
        configurator.ConfigureJsonSerializerOptions(MessageJson.Apply);
        configurator.AddDeserializer(new EnvelopeReader(), isDefault: true);
    }
}
