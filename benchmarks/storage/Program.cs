// Throughput of the document store: prints one JSON object. Arguments: [folder [documents]]. SQLite always; MongoDB too where
// DIALINSIGHT_MONGODB holds a connection string and the build holds the adapter (-p:WithMongoDB=true).
using System.Runtime.InteropServices;
using System.Text.Json;
using DialInsight.Benchmarks.Storage;

string folder = Path.Combine(args.Length > 0 ? args[0] : Path.GetTempPath(), $"dialinsight-benchmark-{Environment.ProcessId}");
int documents = args.Length > 1 ? int.Parse(args[1]) : 60_000;
try
{
    var result = new Dictionary<string, object>
    {
        ["machine"] = new { processors = Environment.ProcessorCount, system = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription, folder },
        ["documents"] = documents,
        ["bodyBytes"] = StorageLoad.BodyBytes,
        ["flushesPerSecond"] = Disk.FlushesPerSecond(folder),
        ["SQLite"] = await Measurement.RunAsync(() => Connection.Open(("Provider", "SQLite"), ("Path", folder)), documents),
    };
    if (Environment.GetEnvironmentVariable("DIALINSIGHT_MONGODB") is { Length: > 0 } server)
        result["MongoDB"] = await Measurement.RunAsync(() => Connection.Open(("Provider", "MongoDB"), ("ConnectionString", server)), documents);
    Console.WriteLine(JsonSerializer.Serialize(result, new JsonSerializerOptions { WriteIndented = true }));
}
finally
{
    Directory.Delete(folder, recursive: true);
}
