// Sends mutated files of every format to ingest as a process of its own, through its whole path (parse, clean, pseudonyms, duplicates, store), and tells of each
// request that it answers with a server error, not in time, or not at all. Exit code 1 where there was one.
//   dotnet run -c Release --project benchmarks/fuzz [-- --cases 1000000 --seed 1 --files FOLDER]
//   dotnet run -c Release --project benchmarks/fuzz -- --from 500000 --cases 500000
//   dotnet run -c Release --project benchmarks/fuzz -- --seed 1 --case 4711        # one of them again
using System.CommandLine;
using DialInsight.Benchmarks.Fuzz;

var cases = new Option<int>("--cases") { Description = "How many.", DefaultValueFactory = static _ => 1_000_000 };
var seed = new Option<int>("--seed") { Description = "What they are made from.", DefaultValueFactory = static _ => 1 };
var from = new Option<int>("--from") { Description = "The first one's number: to go on where a run was broken off." };
var single = new Option<int?>("--case") { Description = "Only this one; its body is printed in base64." };
var files = new Option<DirectoryInfo?>("--files") { Description = "A folder of files to mutate besides the built-in ones." };
var root = new RootCommand("Fuzzes ingest over HTTP.") { cases, seed, from, single, files };
root.SetAction(async (parsed, cancellationToken) =>
{
    var fuzzing = new Fuzzing(parsed.GetValue(seed), FuzzFiles.With(parsed.GetValue(files)));
    return parsed.GetValue(single) is { } number
        ? await fuzzing.RunAsync(number, 1, isShown: true, cancellationToken)
        : await fuzzing.RunAsync(parsed.GetValue(from), parsed.GetValue(cases), isShown: false, cancellationToken);
});
return await root.Parse(args).InvokeAsync();
