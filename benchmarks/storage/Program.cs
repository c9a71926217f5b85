// Throughput of the document store on SQLite: prints one JSON object. Arguments: [folder [documents]].
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using DialInsight.Benchmarks.Storage;
using DialInsight.Storage;
using DialInsight.Storage.Sqlite;

string folder = Path.Combine(args.Length > 0 ? args[0] : Path.GetTempPath(), $"dialinsight-benchmark-{Environment.ProcessId}");
int documents = args.Length > 1 ? int.Parse(args[1]) : 60_000;
try
{
    await using var factory = new SqliteDocumentStoreFactory(new StorageOptions { Path = folder });
    var load = new StorageLoad(factory.Open("benchmark"), documents);
    await load.WarmUpAsync();
    var result = new
    {
        machine = new { processors = Environment.ProcessorCount, system = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription, folder },
        documents,
        bodyBytes = StorageLoad.BodyBytes,
        flushesPerSecond = Flushes(folder),
        singleInsertsPerSecond = await Rate(documents, () => load.InsertSinglyAsync(writers: 64)),
        loneWriterInsertsPerSecond = await Rate(documents / 30, () => load.InsertAloneAsync(documents / 30)),
        bulkInsertsPerSecond = await Rate(documents, load.InsertInBulkAsync),
        replacesPerSecond = await Rate(documents, () => load.ReplaceAsync(writers: 64)),
        pointReadsPerSecond = await Rate(documents, () => load.ReadAsync(readers: 16)),
        pagesOf100PerSecond = await Rate(documents / 100, load.PageAsync),
        streamedPerSecond = await Rate(documents, load.StreamAsync),
        mixed = await load.SharedFileAsync(() => new SqliteDocumentStoreFactory(new StorageOptions { Path = folder })),
    };
    Console.WriteLine(JsonSerializer.Serialize(result, new JsonSerializerOptions { WriteIndented = true }));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static async Task<long> Rate(int operations, Func<Task> run)
{
    long started = Stopwatch.GetTimestamp();
    await run();
    return (long)(operations / Stopwatch.GetElapsedTime(started).TotalSeconds);
}

// How often this disk can be told to write 4 KiB through: the bound of a lone durable writer.
static long Flushes(string folder)
{
    using var file = new FileStream(Path.Combine(folder, "flush"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
    byte[] block = new byte[4096];
    long started = Stopwatch.GetTimestamp();
    for (int i = 0; i < 500; i++)
    {
        file.Write(block);
        file.Flush(flushToDisk: true);
    }

    return (long)(500 / Stopwatch.GetElapsedTime(started).TotalSeconds);
}
