// A large release: how long it takes to make, and its exports over HTTP: time to the first byte, of the whole and from the middle on, rate, and how much resident memory each takes. Prints one JSON object;
// progress goes to standard error.
// dotnet run -c Release --project benchmarks/exports -- [samples]
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Benchmarks;
using DialInsight.Benchmarks.Exports;
using DialInsight.Quality.Releases;

int samples = args.Length > 0 && int.TryParse(args[0], out int given) ? given : 500_000;
DirectoryInfo folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-");
try
{
    await using ExportHost host = await ExportHost.StartAsync(folder.FullName);
    var result = new JsonObject { ["machine"] = Machine.Describe(), ["samples"] = samples };
    long start = Stopwatch.GetTimestamp();
    await GeneratedRelease.KeepAsync(host, samples);
    result["keepSeconds"] = Seconds();

    IReadOnlyList<ReleaseRow> rows = GeneratedRelease.Rows(samples);
    await using (var growth = ResidentGrowth.Watch())
    {
        start = Stopwatch.GetTimestamp();
        await GeneratedRelease.WriteAsync(host, samples, rows);
        result["releaseSeconds"] = Seconds();
        result["releaseResidentGrowthMiB"] = growth.MiBs;
    }

    rows = [];
    await Console.Error.WriteLineAsync($"released in {result["releaseSeconds"]} seconds");
    var exports = new JsonArray();
    foreach (string file in (string[])["messages.jsonl", "alpaca.json", "sharegpt.json", "preference.jsonl", .. await GeneratedRelease.EndsOfSplitAsync(host), "huggingface.tar", "manifest.json"])
    {
        exports.Add(await ExportTiming.MeasureAsync(host, file));
        await Console.Error.WriteLineAsync($"{file} downloaded");
    }

    result["exports"] = exports;
    Console.WriteLine(result.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

    double Seconds() => Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1);
}
finally
{
    folder.Delete(recursive: true);
}
