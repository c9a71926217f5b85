using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Failures;

/// <summary>Puts the failure documents where MassTransit would have its error and skipped queues: nothing is parked where nobody looks.</summary>
internal static class FailureFilters
{
    /// <summary>For an endpoint of a consumer.</summary>
    public static void Apply(IReceiveEndpointConfigurator endpoint, IServiceProvider services, string service)
    {
        FailureLog log = services.GetRequiredService<FailureLog>();
        endpoint.ConfigureError(pipe => pipe.UseFilter(new FailedMessageFilter(log, service)));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(new UnconsumedMessageFilter(log, service, MessageFailureReason.Unreadable)));
    }

    /// <summary>For the endpoint of what the broker gave up. It has no consumer: all that it receives is a failure.</summary>
    public static void ApplyToDeadLetters(IReceiveEndpointConfigurator endpoint, IServiceProvider services, string service)
    {
        FailureLog log = services.GetRequiredService<FailureLog>();
        endpoint.ConfigureError(pipe => pipe.UseFilter(new FailedMessageFilter(log, service)));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(new UnconsumedMessageFilter(log, service, MessageFailureReason.DeadLetter)));
    }
}
