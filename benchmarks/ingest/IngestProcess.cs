namespace DialInsight.Benchmarks;

/// <summary>The ingest service with a SQLite file of its own.</summary>
internal static class IngestProcess
{
    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="settings">As on its command line.</param>
    public static Task<ServiceProcess> StartAsync(params string[] settings) => ServiceProcess.StartAsync(
        "DialInsight.Ingest", "/health/ready", folder => ["--Storage:Path", folder, "--Logging:LogLevel:Default", "Warning", .. settings]);
}
