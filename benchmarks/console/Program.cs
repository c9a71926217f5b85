// The web page: how soon it is there, how long a page takes on the sample platform, and whether a long list pages as fast as a short one. Prints one JSON object.
// dotnet run -c Release --project benchmarks/console -- [transcripts]
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Benchmarks;
using DialInsight.Benchmarks.WebConsole;

int many = args.Length > 0 && int.TryParse(args[0], out int given) ? given : 100_000;
var figures = new JsonObject { ["machine"] = Machine.Describe() };

await using (RunningPlatform platform = await RunningPlatform.StartAsync("--sample"))
{
    figures["firstPageAfterStartMilliseconds"] = Math.Round(platform.FirstPage.TotalMilliseconds);
    await platform.UntilReleasedAsync();
    figures["samplePlatform"] = await PageTiming.OfSampleAsync(platform);
}

await using (RunningPlatform platform = await RunningPlatform.StartAsync())
    figures["transcripts"] = await PageTiming.OfListsAsync(platform, few: Math.Min(1_000, many), many);

Console.WriteLine(figures.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
