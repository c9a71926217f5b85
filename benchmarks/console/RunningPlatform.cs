using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DialInsight.Client;
using DialInsight.Client.Runs;

namespace DialInsight.Benchmarks.WebConsole;

/// <summary>The platform as its users run it: one process with a folder of its own.</summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-");
    private readonly Process _process;

    private RunningPlatform(string[] options)
    {
        string url = $"http://127.0.0.1:{FreePort()}";
        Http = new HttpClient { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };
        Services = new DialInsightClient(Http);
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "DialInsight.Standalone.dll"), "--urls", url, "--data", Path.Combine(_folder.FullName, "data"), "--out", Path.Combine(_folder.FullName, "out"), .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    public DialInsightClient Services { get; }

    /// <summary>From the process's start until the first page was there.</summary>
    public TimeSpan FirstPage { get; private set; }

    public static async Task<RunningPlatform> StartAsync(params string[] options)
    {
        var clock = Stopwatch.StartNew();
        var platform = new RunningPlatform(options);
        while (!await platform.AnswersAsync())
        {
            if (platform._process.HasExited || clock.Elapsed > s_patience)
                throw new InvalidOperationException("The platform did not start.");
            await Task.Delay(10);
        }

        platform.FirstPage = clock.Elapsed;
        return platform;
    }

    public async Task UntilReleasedAsync()
    {
        var clock = Stopwatch.StartNew();
        while (!(await Services.Runs.ListAsync(null, 1, CancellationToken.None)).Items.Any(run => run.State == RunState.Released))
        {
            if (clock.Elapsed > s_patience)
                throw new InvalidOperationException("The sample did not come to a release.");
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using HttpResponseMessage page = await Http.GetAsync("/");
            return page.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
