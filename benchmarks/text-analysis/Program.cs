using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Benchmarks;
using DialInsight.Benchmarks.TextAnalysis;

// dotnet run -c Release --project benchmarks/text-analysis -- [samples]
// dotnet run -c Release --project benchmarks/text-analysis -- near-duplicates [dialogues]
// dotnet run -c Release --project benchmarks/text-analysis -- communities [samples] [--sparse samples] [--reference CHECKOUT-OF-SENTENCE-TRANSFORMERS] [--python python3]
if (args is ["near-duplicates", ..])
{
    int dialogues = args.Length > 1 && int.TryParse(args[1], out int wanted) ? wanted : 100_000;
    Print(new JsonObject { ["machine"] = Machine.Describe(), ["nearDuplicates"] = NearDuplicateTiming.Measure(dialogues) });
    return;
}

var reference = new ReferenceCommunities(Option("--reference"), Option("--python") ?? "python3");
if (args is ["communities", ..])
{
    int dense = args.Length > 1 && int.TryParse(args[1], out int wanted) ? wanted : 50_000;
    int sparse = int.TryParse(Option("--sparse"), out int fewer) ? fewer : dense;
    Print(new JsonObject
    {
        ["machine"] = Machine.Describe(),
        ["communities"] = new JsonArray(CommunityTiming.Dense(dense, 384, reference), CommunityTiming.Sparse(sparse, reference)),
    });
    return;
}

int samples = args.Length > 0 && int.TryParse(args[0], out int given) ? given : 50_000;
var report = new JsonObject
{
    ["machine"] = Machine.Describe(),
    ["tokens"] = TokenThroughput.Measure(),
    ["instructionPool"] = new JsonArray(PoolTiming.Measure("zh", 52_000, 40), PoolTiming.Measure("en", 52_000, 20)),
    ["communities"] = new JsonArray(CommunityTiming.Sparse(samples, reference), CommunityTiming.Dense(samples, 384, reference)),
};
Print(report);

string? Option(string name) => args.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();

static void Print(JsonObject report) => Console.WriteLine(report.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
