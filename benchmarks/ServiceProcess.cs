using System.Diagnostics;
using System.Net;
using DialInsight.Tests;

namespace DialInsight.Benchmarks;

/// <summary>A program of the platform as its users run it: a process with a folder of its own, on a free port.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-");
    private double _peak;

    private ServiceProcess(string assembly, Func<string, string[]> options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"), "--urls", Url, .. options(_folder.FullName)])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _folder.FullName,
        };
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
    }

    public string Url { get; } = $"http://127.0.0.1:{FreePort.Next()}";

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

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="assembly">The program, which the benchmark references.</param>
    /// <param name="page">What it is asked for.</param>
    /// <param name="options">Its command line, where its folder is given.</param>
    public static async Task<ServiceProcess> StartAsync(string assembly, string page, Func<string, string[]> options)
    {
        var service = new ServiceProcess(assembly, options);
        using var http = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (!await AnswersAsync(http, service.Url + page))
        {
            if (service._process.HasExited || clock.Elapsed > s_patience)
                throw new InvalidOperationException($"{assembly} does not answer.");
            await Task.Delay(10);
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

    private static async Task<bool> AnswersAsync(HttpClient http, string page)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri(page));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
