using DialInsight.Benchmarks.Pseudonyms;

// dotnet run -c Release --project benchmarks/pseudonyms [-- FOLDER] [--json] [--remarks] [--sets] [--generated] [--speed]
// Recall and precision by type over labelled sets (JSON Lines: id, language, text, spans[{start,end,label,text}]) and over generated dialogues, and dialogues
// a second on one core; see Score for what counts. Without --sets, --generated or --speed all three are done.
bool all = !args.Any(argument => argument is "--sets" or "--generated" or "--speed");
Action<string>? remark = args.Contains("--remarks") ? Console.WriteLine : null;
string? folder = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? Report.DevelopmentSets();
var report = new Report();
if (all || args.Contains("--sets"))
    report.AddSets(folder, remark);
if (all || args.Contains("--generated"))
    report.AddGenerated(remark);
if (all || args.Contains("--speed"))
    report.AddSpeed();
Console.WriteLine(args.Contains("--json") ? report.ToJson() : report.ToTable());
