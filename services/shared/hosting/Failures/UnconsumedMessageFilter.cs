using MassTransit;

namespace DialInsight.Hosting.Failures;

/// <summary>Keeps a message that no consumer of the endpoint takes.</summary>
internal sealed class UnconsumedMessageFilter(FailureLog log, string service, MessageFailureReason reason) : IFilter<ReceiveContext>
{
    /// <inheritdoc/>
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await log.KeepAsync(context, service, reason, context.CancellationToken);
        await next.Send(context);
    }

    /// <inheritdoc/>
    public void Probe(ProbeContext context) => context.CreateFilterScope("message-failure");
}
