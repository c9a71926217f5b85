using DialInsight.Contracts;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Hosting.Facts;

/// <summary>
/// Without a broker nothing keeps a message but the process, so that delivered is what every consumer of this process has consumed (or
/// what has become a failure document).
/// </summary>
internal sealed class InProcessTransport(IBus bus, BusRegistration registration, DeliveryTracker tracker) : IFactTransport
{
    /// <inheritdoc/>
    public int Window => 1024;

    /// <inheritdoc/>
    public bool DrainsAtShutdown => false;

    /// <inheritdoc/>
    public async Task DeliverAsync(IFact fact, int attempt, CancellationToken cancellationToken)
    {
        Task delivered = tracker.Expect(fact.Id, registration.ConsumersOf(fact.GetType()));
        await bus.Publish(
            fact,
            fact.GetType(),
            context =>
            {
                context.MessageId = fact.Id;
                if (attempt > 0)
                    context.Headers.Set(DeliveryCount.Header, attempt);
            },
            cancellationToken);
        await delivered.WaitAsync(cancellationToken);
    }
}
