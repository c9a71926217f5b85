using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using DialInsight.Client;

namespace DialInsight.Console.Tests;

/// <summary>The whole platform as a process of its own, for the tests of one class.</summary>
public class Platform : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dialinsight-console-");
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>The key that may do everything; null where none is asked for.</summary>
    public virtual string? Key => null;

    protected virtual IEnumerable<string> Settings => [];

    /// <summary>The services over HTTP.</summary>
    public DialInsightClient Client { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Client = new DialInsightClient(new HttpClient { BaseAddress = Address }, Key);
        var start = new ProcessStartInfo("dotnet", [Program(), "--data", Path.Combine(_folder.FullName, "data"), "--urls", Address.ToString(), .. Settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.IsTrueAsync(async () => (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, () => string.Join('\n', _output));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private static string Program()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Repository.Root, "services", "standalone", "bin", configuration, "net10.0", "DialInsight.Standalone.dll");
    }
}

/// <summary>The platform asking for keys.</summary>
public sealed class LockedPlatform : Platform
{
    public override string? Key => "the-key-of-the-admin";

    protected override IEnumerable<string> Settings => [$"--Auth:Keys=ada:admin:{Key},olga:operator:the-key-of-an-operator,carl:curator:the-key-of-a-curator,vera:viewer:the-key-of-a-viewer"];
}
