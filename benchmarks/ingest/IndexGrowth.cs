using System.Diagnostics;
using System.Text.Json.Nodes;
using DialInsight.Ingest.Deduplication;
using DialInsight.Storage;
using DialInsight.TextAnalysis.NearDuplicates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Benchmarks.Ingest;

/// <summary>The index of near duplicates by itself, filled with signatures of no text, a batch at a time as ingest does: what it holds in memory as it grows, and what looking up costs.</summary>
internal static class IndexGrowth
{
    private const int Batch = 256, Steps = 4;
    private static readonly Banding s_banding = Banding.For(0.8);

    public static async Task<JsonObject> MeasureAsync(int transcripts, int seed)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-");
        try
        {
            IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder.FullName)]).Build();
            await using ServiceProvider services = new ServiceCollection().AddDocumentStore(configuration).BuildServiceProvider();
            IDocumentCollection<NearDuplicateSegment> segments = services.GetRequiredService<IDocumentStoreFactory>().Open("ingest").Collection(NearDuplicateSegment.Definition);
            JsonArray steps = await FillAsync(segments, transcripts, new Random(seed));

            long started = Stopwatch.GetTimestamp();
            using NearDuplicateIndex reopened = Open(segments);
            await reopened.RefreshAsync(default);
            return new JsonObject { ["steps"] = steps, ["secondsToReopen"] = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2) };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<JsonArray> FillAsync(IDocumentCollection<NearDuplicateSegment> segments, int transcripts, Random random)
    {
        double before = HeldMiB();
        using NearDuplicateIndex index = Open(segments);
        var steps = new JsonArray();
        for (int step = 1; step <= Steps; step++)
        {
            TimeSpan finding = TimeSpan.Zero, appending = TimeSpan.Zero;
            int from = index.Count;
            while (index.Count < (long)transcripts * step / Steps)
            {
                IndexedTranscript[] batch = [.. Enumerable.Range(0, Batch).Select(_ => Any(random))];
                long started = Stopwatch.GetTimestamp();
                foreach (IndexedTranscript transcript in batch)
                    index.Find(transcript.Entry);
                finding += Stopwatch.GetElapsedTime(started);
                started = Stopwatch.GetTimestamp();
                await index.TryAppendAsync(batch, default);
                appending += Stopwatch.GetElapsedTime(started);
            }

            steps.Add(new JsonObject
            {
                ["transcripts"] = index.Count,
                ["heldMiB"] = Math.Round(HeldMiB() - before, 1),
                ["microsecondsToFind"] = Math.Round(finding.TotalMicroseconds / (index.Count - from), 1),
                ["microsecondsToAppend"] = Math.Round(appending.TotalMicroseconds / (index.Count - from), 1),
            });
        }

        return steps;
    }

    private static NearDuplicateIndex Open(IDocumentCollection<NearDuplicateSegment> segments) => new(segments, s_banding, new NearDuplicateSettings().Held, TimeProvider.System);

    private static IndexedTranscript Any(Random random)
    {
        var keys = new uint[s_banding.Bands];
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(keys.AsSpan()));
        return new IndexedTranscript(
            new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()), new BandEntry(keys, new Sketch((ulong)random.NextInt64(), (ulong)random.NextInt64()), true));
    }

    /// <summary>What the process has of its own in managed memory; mapped files are the system's.</summary>
    private static double HeldMiB() => GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
}
