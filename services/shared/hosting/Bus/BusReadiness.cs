using MassTransit;

namespace DialInsight.Hosting.Bus;

/// <summary>Tells when the bus can carry messages for the first time: before, a message published in process would reach nobody.</summary>
internal sealed class BusReadiness : IBusObserver
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when every endpoint has been started.</summary>
    public Task Ready => _ready.Task;

    /// <inheritdoc/>
    public void PostCreate(IBus bus)
    {
    }

    /// <inheritdoc/>
    public void CreateFaulted(Exception exception)
    {
    }

    /// <inheritdoc/>
    public Task PreStart(IBus bus) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task PostStart(IBus bus, Task<BusReady> busReady)
    {
        await busReady;
        _ready.TrySetResult();
    }

    /// <inheritdoc/>
    public Task StartFaulted(IBus bus, Exception exception) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PreStop(IBus bus) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PostStop(IBus bus) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopFaulted(IBus bus, Exception exception) => Task.CompletedTask;
}
