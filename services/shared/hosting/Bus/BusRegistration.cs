using MassTransit;
using Microsoft.AspNetCore.Builder;

namespace DialInsight.Hosting.Bus;

/// <summary>The consumers of all modules of this process, collected until the host is built.</summary>
internal sealed class BusRegistration : IBusConsumers
{
    private readonly List<Action<IBusRegistrationConfigurator>> _consumers = [];

    /// <inheritdoc/>
    public IBusConsumers Add<TConsumer, TDefinition>()
        where TConsumer : class, IConsumer
        where TDefinition : ServiceConsumerDefinition<TConsumer>
    {
        _consumers.Add(bus => bus.AddConsumer<TConsumer, TDefinition>());
        return this;
    }

    /// <summary>Registers what was collected.</summary>
    public void Apply(IBusRegistrationConfigurator bus)
    {
        foreach (Action<IBusRegistrationConfigurator> add in _consumers)
            add(bus);
    }

    /// <summary>The registration of this host.</summary>
    public static BusRegistration Of(WebApplicationBuilder builder) =>
        (BusRegistration)builder.Services.First(service => service.ServiceType == typeof(BusRegistration)).ImplementationInstance!;
}
