using MassTransit;

namespace DialInsight.Hosting.Failures;

/// <summary>Keeps a message whose consumer has thrown at every try. While something outside is away it waits instead, and has the message
/// handed out again.</summary>
internal sealed class FailedMessageFilter(FailureLog log, string service) : IFilter<ExceptionReceiveContext>
{
    /// <inheritdoc/>
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await log.KeepAsync(context, service, context.Exception.GetBaseException(), context.CancellationToken);
        await next.Send(context);
    }

    /// <inheritdoc/>
    public void Probe(ProbeContext context) => context.CreateFilterScope("message-failure");
}
