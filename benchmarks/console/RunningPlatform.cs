using System.Diagnostics;
using DialInsight.Client;
using DialInsight.Client.Runs;

namespace DialInsight.Benchmarks.WebConsole;

/// <summary>The platform in one process, and a client of it.</summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly ServiceProcess _process;

    private RunningPlatform(ServiceProcess process, TimeSpan firstPage)
    {
        (_process, FirstPage) = (process, firstPage);
        Http = new HttpClient { BaseAddress = new Uri(process.Url), Timeout = Timeout.InfiniteTimeSpan };
        Services = new DialInsightClient(Http);
    }

    public HttpClient Http { get; }

    public DialInsightClient Services { get; }

    /// <summary>From the process's start until the first page was there.</summary>
    public TimeSpan FirstPage { get; }

    public static async Task<RunningPlatform> StartAsync(params string[] options)
    {
        var clock = Stopwatch.StartNew();
        ServiceProcess process = await ServiceProcess.StartAsync(
            "DialInsight.Standalone", "/", folder => ["--data", Path.Combine(folder, "data"), "--out", Path.Combine(folder, "out"), .. options]);
        return new RunningPlatform(process, clock.Elapsed);
    }

    public async Task UntilReleasedAsync()
    {
        var clock = Stopwatch.StartNew();
        while (!(await Services.Runs.ListAsync(null, null, 1, CancellationToken.None)).Items.Any(run => run.State == RunState.Released))
        {
            if (clock.Elapsed > s_patience)
                throw new InvalidOperationException("The sample did not come to a release.");
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
    }
}
