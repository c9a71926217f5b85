using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DialInsight.Benchmarks;

/// <summary>The ingest service as its users run it: a process with a SQLite file of its own.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-");
    private double _peak;

    private ServiceProcess(string url, string[] settings)
    {
        Url = url;
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "DialInsight.Ingest.dll"), "--urls", url, "--Storage:Path", _folder.FullName, "--Logging:LogLevel:Default", "Warning", .. settings])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
    }

    public string Url { get; }

    /// <summary>The most memory that it had resident so far, in MiB; of one that is gone, as it was last asked.</summary>
    public double PeakMiB
    {
        get
        {
            try
            {
                _process.Refresh();
                return _peak = _process.PeakWorkingSet64 / 1048576.0;
            }
            catch (InvalidOperationException)
            {
                return _peak;
            }
        }
    }

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>How it ended; null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="settings">As on its command line.</param>
    public static async Task<ServiceProcess> StartAsync(params string[] settings)
    {
        var service = new ServiceProcess($"http://127.0.0.1:{FreePort()}", settings);
        using var http = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (!await IsReadyAsync(http, service.Url))
        {
            if (service._process.HasExited || clock.Elapsed > s_patience)
                throw new InvalidOperationException("The service did not become ready.");
            await Task.Delay(50);
        }

        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string url)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri($"{url}/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
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
