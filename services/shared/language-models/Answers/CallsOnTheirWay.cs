using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace DialInsight.LanguageModels.Answers;

/// <summary>
/// The calls that were sent and have no answer yet. A process that is told to stop waits for them after whoever asked has gone: they are paid for, and
/// the next process finds their answers.
/// </summary>
internal sealed class CallsOnTheirWay(TimeProvider time) : IHostedService
{
    // Most calls end sooner. What the host allows is left to those who stop after this.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Task, bool> _calls = [];

    /// <summary>Keeps an eye on a call until it ends.</summary>
    public async Task<TAnswer> WatchAsync<TAnswer>(Task<TAnswer> call)
    {
        _calls[call] = true;
        try
        {
            return await call;
        }
        finally
        {
            _calls.TryRemove(call, out _);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task all = Task.WhenAll(_calls.Keys);
        // How they end is their askers' business.
        await Task.WhenAny(all, Task.Delay(s_patience, time, cancellationToken));
    }
}
