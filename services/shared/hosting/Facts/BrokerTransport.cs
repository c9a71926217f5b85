using DialInsight.Contracts;
using MassTransit;

namespace DialInsight.Hosting.Facts;

/// <summary>Delivered is what the broker has confirmed.</summary>
internal sealed class BrokerTransport(IBus bus) : IFactTransport
{
    /// <inheritdoc/>
    public int Window => 256;

    /// <inheritdoc/>
    public bool DrainsAtShutdown => true;

    /// <inheritdoc/>
    public Task DeliverAsync(IFact fact, int attempt, CancellationToken cancellationToken) =>
        bus.Publish(fact, fact.GetType(), context => context.MessageId = fact.Id, cancellationToken);
}
