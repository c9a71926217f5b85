// Requests issued and settled by prompt assembly, nobody labelling or judging: prints one JSON object. Arguments: [targets [folder]].
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Benchmarks;
using DialInsight.Benchmarks.Runs;

int targets = args.Length > 0 ? int.Parse(args[0]) : 20_000;
string folder = Path.Combine(args.Length > 1 ? args[1] : Path.GetTempPath(), $"dialinsight-benchmark-{Environment.ProcessId}");
try
{
    await using AssemblyLoad load = await AssemblyLoad.StartAsync(folder);
    await load.RunAsync("warm-up", targets / 10);
    var result = new JsonObject
    {
        ["machine"] = Machine.Describe(),
        ["run"] = await load.RunAsync("measured", targets),
    };
    Console.WriteLine(result.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
}
finally
{
    Directory.Delete(folder, recursive: true);
}
