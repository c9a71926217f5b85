using System.Diagnostics;
using System.Text.Json.Nodes;
using DialInsight.Client;
using DialInsight.Client.Transcripts;

namespace DialInsight.Benchmarks.Ingest;

/// <summary>One request of generated conversations over HTTP into a fresh service.</summary>
internal static class Throughput
{
    public static async Task<JsonObject> MeasureAsync(int dialogues, int seed)
    {
        string file = Path.GetTempFileName();
        try
        {
            var generated = new GeneratedTranscripts(seed);
            await using (FileStream written = File.Create(file))
                generated.Write(written, dialogues);

            await using ServiceProcess service = await IngestProcess.StartAsync();
            double idle = service.PeakMiB;
            TimeSpan before = service.ProcessorTime;
            long started = Stopwatch.GetTimestamp();
            (int accepted, int duplicates, int rejected) = await SendAsync(service.Url, file);
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return new JsonObject
            {
                ["dialogues"] = dialogues,
                ["megabytes"] = Math.Round(new FileInfo(file).Length / 1e6, 1),
                ["dialoguesPerSecond"] = Math.Round(dialogues / seconds),
                ["processorSecondsPerThousand"] = Math.Round((service.ProcessorTime - before).TotalSeconds * 1000 / dialogues, 3),
                ["peakMiB"] = Math.Round(service.PeakMiB, 1),
                ["peakBeforeMiB"] = Math.Round(idle, 1),
                ["accepted"] = accepted,
                ["duplicates"] = duplicates,
                ["rejected"] = rejected,
                ["planted"] = new JsonObject { ["exact"] = generated.Exact, ["near"] = generated.Near },
            };
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int Accepted, int Duplicates, int Rejected)> SendAsync(string url, string file)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };
        await using FileStream content = File.OpenRead(file);
        IngestAnswer answer = await new DialInsightClient(http).Transcripts.SendAsync(content, "generated.jsonl", new IngestDefaults(Domain: "real-estate"), default);
        return (answer.Accepted.Count, answer.Duplicates.Count, answer.Rejected.Count);
    }
}
