namespace DialInsight.Benchmarks.Exports;

/// <summary>How much more of this process is in memory at most while something is done, looked at ten times a second.</summary>
internal sealed class ResidentGrowth : IAsyncDisposable
{
    private readonly long _before;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;
    private long _most;

    private ResidentGrowth(long before)
    {
        (_before, _most) = (before, before);
        _watching = WatchAsync();
    }

    /// <summary>How much it was, in MiB.</summary>
    public double BeforeMiB => MiB(_before);

    /// <summary>How much it grew so far, in MiB.</summary>
    public double MiBs => MiB(Math.Max(_most, Environment.WorkingSet) - _before);

    /// <summary>Begins to watch.</summary>
    public static ResidentGrowth Watch()
    {
        GC.Collect();
        return new ResidentGrowth(Environment.WorkingSet);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
                _most = Math.Max(_most, Environment.WorkingSet);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static double MiB(long bytes) => Math.Round(bytes / 1048576.0, 1);
}
