using MassTransit;

namespace DialInsight.Hosting.Bus;

/// <summary>Collects the consumers that a module runs on the bus.</summary>
public interface IBusConsumers
{
    /// <summary>Adds a consumer; its definition says how it is run.</summary>
    IBusConsumers Add<TConsumer, TDefinition>()
        where TConsumer : class, IConsumer
        where TDefinition : ServiceConsumerDefinition<TConsumer>;
}
