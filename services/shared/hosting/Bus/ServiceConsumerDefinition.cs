using DialInsight.Hosting.Failures;
using MassTransit;

namespace DialInsight.Hosting.Bus;

/// <summary>
/// How a consumer of a service is run: a durable queue of its own, named after service and consumer
/// (<c>prompt-assembly-sample-judged</c>), with bounded concurrency, a short retry in memory, and failures kept as documents.
/// </summary>
public abstract class ServiceConsumerDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private static readonly TimeSpan[] s_retries = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <summary>Names the endpoint and bounds it.</summary>
    /// <param name="service">The service, for instance <c>prompt-assembly</c>.</param>
    /// <param name="concurrency">How many messages are worked at once, at least 1.</param>
    /// <param name="prefetch">How many messages are fetched ahead, at least <paramref name="concurrency"/>.</param>
    protected ServiceConsumerDefinition(string service, int concurrency, int prefetch)
    {
        Service = service;
        Prefetch = Math.Max(prefetch, concurrency);
        EndpointName = $"{service}-{KebabCaseEndpointNameFormatter.Instance.Consumer<TConsumer>()}";
        ConcurrentMessageLimit = concurrency;
    }

    /// <summary>The service whose consumer it is.</summary>
    public string Service { get; }

    /// <summary>How many messages are fetched ahead.</summary>
    public int Prefetch { get; }

    /// <inheritdoc/>
    protected sealed override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = Prefetch;
        QueueSettings.Apply(endpointConfigurator, Service);
        FailureFilters.Apply(endpointConfigurator, context, Service);
        endpointConfigurator.UseMessageRetry(retry => retry.Intervals(s_retries));
        Configure(endpointConfigurator, consumerConfigurator, context);
    }

    /// <summary>What a consumer needs beyond that, for instance batching.</summary>
    protected virtual void Configure(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<TConsumer> consumer, IRegistrationContext context)
    {
    }
}
