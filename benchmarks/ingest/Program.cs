// Throughput and memory of ingest: generated conversations as one request of JSON Lines into the service as a process of its own, with SQLite.
//   dotnet run -c Release --project benchmarks/ingest [-- --dialogues 10000 --dialogues 100000 --profile 10000 --seed 1]
//   dotnet run -c Release --project benchmarks/ingest -- --index 1000000
using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Benchmarks;
using DialInsight.Benchmarks.Ingest;

var dialogues = new Option<int[]>("--dialogues") { Description = "How many, a run each.", DefaultValueFactory = static _ => [10_000, 100_000] };
var seed = new Option<int>("--seed") { Description = "What the conversations are made from.", DefaultValueFactory = static _ => 1 };
var profile = new Option<int>("--profile") { Description = "How many for the shares of the stages; 0 for none.", DefaultValueFactory = static _ => 10_000 };
var index = new Option<int>("--index") { Description = "Only the index of near duplicates, with so many transcripts and no texts.", DefaultValueFactory = static _ => 0 };
var root = new RootCommand("Measures ingest end to end and prints JSON.") { dialogues, profile, seed, index };
root.SetAction(async (parsed, _) =>
{
    if (parsed.GetValue(index) is > 0 and var indexed)
    {
        JsonObject grown = await IndexGrowth.MeasureAsync(indexed, parsed.GetValue(seed));
        grown.Insert(0, "machine", Machine.Describe());
        Console.WriteLine(grown.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return;
    }

    var runs = new JsonArray();
    foreach (int count in parsed.GetRequiredValue(dialogues))
        runs.Add(await Throughput.MeasureAsync(count, parsed.GetValue(seed)));

    double Peak(JsonNode? run) => run!["peakMiB"]!.GetValue<double>();
    var report = new JsonObject
    {
        ["machine"] = Machine.Describe(),
        ["runs"] = runs,
        ["peakGrowth"] = Math.Round(Peak(runs[^1]) / Peak(runs[0]), 2),
    };
    if (parsed.GetValue(profile) is > 0 and var profiled)
        report["shareOfTime"] = await StageProfile.MeasureAsync(profiled, parsed.GetValue(seed));
    Console.WriteLine(report.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
});
return await root.Parse(args).InvokeAsync();
