// Exports of a large release over HTTP: time to the first byte, rate, and how much resident memory they take. Prints one JSON object.
// dotnet run -c Release --project benchmarks/exports -- [samples]
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Benchmarks;
using DialInsight.Benchmarks.Exports;

int samples = args.Length > 0 && int.TryParse(args[0], out int given) ? given : 500_000;
DirectoryInfo folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-");
try
{
    await using ExportHost host = await ExportHost.StartAsync(folder.FullName);
    await GeneratedRelease.WriteAsync(host, samples);
    var formats = new JsonArray();
    foreach (string format in (string[])["messages", "alpaca", "sharegpt", "preference", "huggingface", "manifest"])
        formats.Add(await ExportTiming.MeasureAsync(host, format));
    Console.WriteLine(new JsonObject { ["machine"] = Machine.Describe(), ["samples"] = samples, ["exports"] = formats }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
}
finally
{
    folder.Delete(recursive: true);
}
