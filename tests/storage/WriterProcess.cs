using System.Diagnostics;

namespace DialInsight.Storage.Tests;

/// <summary>A second process that writes notes into the database "shared".</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    public WriterProcess(string folder, string prefix, int count)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "DialInsight.Storage.Writer.dll"), folder, prefix, $"{count}"])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    /// <summary>The next ids it was told are on the disk, up to <paramref name="limit"/> of them or its end.</summary>
    public async Task<List<string>> AcknowledgedAsync(int limit, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        while (ids.Count < limit && await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } id)
            ids.Add(id);
        return ids;
    }

    /// <summary>SIGKILL; whatever it had said before is still there to read.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
