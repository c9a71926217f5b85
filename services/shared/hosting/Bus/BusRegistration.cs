using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Bus;

/// <summary>The consumers of all modules of this process, collected until the host is built.</summary>
internal sealed class BusRegistration : IBusConsumers
{
    private readonly List<Action<IBusRegistrationConfigurator>> _consumers = [];
    private readonly List<Func<IServiceProvider, string>> _services = [];
    private readonly Dictionary<Type, int> _consumersOf = [];

    /// <summary>The registration of this host.</summary>
    public static BusRegistration Of(WebApplicationBuilder builder) =>
        (BusRegistration)builder.Services.First(service => service.ServiceType == typeof(BusRegistration)).ImplementationInstance!;

    /// <inheritdoc/>
    public IBusConsumers Add<TConsumer, TDefinition>()
        where TConsumer : class, IConsumer
        where TDefinition : ServiceConsumerDefinition<TConsumer>
    {
        _consumers.Add(bus => bus.AddConsumer<TConsumer, TDefinition>());
        _services.Add(services => ((ServiceConsumerDefinition<TConsumer>)services.GetRequiredService<IConsumerDefinition<TConsumer>>()).Service);
        foreach (Type message in MessagesOf(typeof(TConsumer)))
            _consumersOf[message] = ConsumersOf(message) + 1;
        return this;
    }

    /// <summary>Whether this process only publishes.</summary>
    public bool IsEmpty => _consumers.Count == 0;

    /// <summary>How many endpoints of this process receive messages of a type.</summary>
    public int ConsumersOf(Type message) => _consumersOf.GetValueOrDefault(message);

    /// <summary>The services whose consumers this process runs.</summary>
    public IReadOnlyList<string> ServicesOf(IServiceProvider services) => [.. _services.Select(service => service(services)).Distinct()];

    /// <summary>Registers what was collected.</summary>
    public void Apply(IBusRegistrationConfigurator bus)
    {
        foreach (Action<IBusRegistrationConfigurator> add in _consumers)
            add(bus);
    }

    private static IEnumerable<Type> MessagesOf(Type consumer) => consumer.GetInterfaces()
        .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IConsumer<>))
        .Select(contract => contract.GetGenericArguments()[0])
        .Select(message => message.IsGenericType && message.GetGenericTypeDefinition() == typeof(Batch<>) ? message.GetGenericArguments()[0] : message)
        .Distinct();
}
