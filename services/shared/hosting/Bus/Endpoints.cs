using System.Collections.Concurrent;
using MassTransit;

namespace DialInsight.Hosting.Bus;

/// <summary>The receive endpoints that are up, so that they can be stopped while the bus can still send.</summary>
internal sealed class Endpoints : IReceiveEndpointObserver
{
    private readonly ConcurrentDictionary<Uri, IReceiveEndpoint> _endpoints = [];

    /// <summary>Stops receiving and waits for what is being worked.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_endpoints.Values.Select(endpoint => endpoint.Stop(cancellationToken)));

    /// <inheritdoc/>
    public Task Ready(ReceiveEndpointReady ready)
    {
        _endpoints[ready.InputAddress] = ready.ReceiveEndpoint;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
}
