using System.Diagnostics;
using System.Globalization;

namespace DialInsight.Cli.Datasets;

/// <summary>Tells on standard error what long work is at, every few seconds; short work passes without a word.</summary>
internal sealed class Progress : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _telling;
    private volatile Func<string>? _what;

    private Progress(TextWriter errors) => _telling = TellAsync(errors);

    /// <summary>Begins to tell, once there is something.</summary>
    /// <param name="errors">Standard error.</param>
    public static Progress Start(TextWriter errors) => new(errors);

    /// <summary>Goes on with something that can say what it is at, from any thread.</summary>
    public void Begin(Func<string> what) => _what = what;

    /// <summary>Goes on with something of which nothing is known but for how long it takes.</summary>
    public void Begin(string what)
    {
        long start = Stopwatch.GetTimestamp();
        _what = () => string.Create(CultureInfo.InvariantCulture, $"{what}, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _telling;
        _end.Dispose();
    }

    private async Task TellAsync(TextWriter errors)
    {
        using var timer = new PeriodicTimer(s_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                if (_what is { } what)
                    await errors.WriteLineAsync($"dialinsight: {what()}");
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
