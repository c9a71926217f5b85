using MassTransit;

namespace DialInsight.Hosting.Bus;

/// <summary>What a service's queues have in common on the broker.</summary>
internal static class QueueSettings
{
    /// <summary>The queue, and the exchange before it, of what the broker gives up.</summary>
    public static string DeadLettersOf(string service) => $"{service}-dead-letters";

    /// <summary>Quorum, a delivery limit, and a dead-letter route that loses nothing on the way.</summary>
    public static void Apply(IReceiveEndpointConfigurator endpoint, string service)
    {
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator queue)
            return;
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", DeliveryCount.Limit);
        queue.SetQueueArgument("x-dead-letter-exchange", DeadLettersOf(service));
        queue.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        // The broker asks for it with that strategy: a full queue refuses instead of dropping.
        queue.SetQueueArgument("x-overflow", "reject-publish");
    }
}
