using System.Text.Json;
using DialInsight.Benchmarks.Pseudonyms;
using DialInsight.Pseudonyms;

// dotnet run -c Release --project benchmarks/pseudonyms [-- FOLDER] [--json] [--remarks]
// Recall and precision by type over labelled sets (JSON Lines: id, language, text, spans[{start,end,label,text}]); see Score for what counts.
string? folder = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? DevelopmentSets();
if (folder is null || !Directory.Exists(folder))
{
    Console.WriteLine("Skipped: there are no labelled sets here. Give a folder of *.jsonl files.");
    return 0;
}

var results = new SortedDictionary<string, SortedDictionary<IdentifierType, Score>>(StringComparer.Ordinal);
foreach (string file in Directory.GetFiles(folder, "*.jsonl"))
    results[Path.GetFileNameWithoutExtension(file)] = Measurement.Of(LabelledText.Read(file), args.Contains("--remarks") ? Console.WriteLine : null);

if (args.Contains("--json"))
    Console.WriteLine(JsonSerializer.Serialize(results.ToDictionary(set => set.Key, set => set.Value.ToDictionary(score => score.Key.ToName(), score => score.Value)), JsonSerializerOptions.Web));
else
    PrintTable();
return 0;

void PrintTable()
{
    Console.WriteLine($"{"set",-34} {"type",-14} {"labels",6} {"recall",7} {"whole",7} {"exact",7} {"found",6} {"precision",9}");
    foreach ((string set, SortedDictionary<IdentifierType, Score> scores) in results)
    {
        foreach ((IdentifierType type, Score score) in scores)
            Console.WriteLine($"{set,-34} {type.ToName(),-14} {score.Labelled,6} {score.Recall,7:0.000} {score.RecallCovered,7:0.000} {score.RecallExact,7:0.000} {score.Found,6} {score.Precision,9:0.000}");
    }
}

static string? DevelopmentSets()
{
    DirectoryInfo? root = new(AppContext.BaseDirectory);
    while (root is not null && !File.Exists(Path.Combine(root.FullName, "DialInsight.sln")))
        root = root.Parent;
    return root is null ? null : Path.Combine(root.FullName, "..", "shared", "data", "pii");
}
