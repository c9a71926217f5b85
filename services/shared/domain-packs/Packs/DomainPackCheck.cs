using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Reads the packs before anything else of the host starts, so that a wrong pack stops the start.</summary>
internal sealed class DomainPackCheck(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<IDomainPacks>();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
