using System.Diagnostics;

namespace DialInsight.Benchmarks.Storage;

/// <summary>One run of all loads on one store.</summary>
internal static class Measurement
{
    public static async Task<object> RunAsync(Func<Connection> connect, int documents)
    {
        await using Connection connection = connect();
        var load = new StorageLoad(connection.Store, documents);
        await load.WarmUpAsync();
        return new
        {
            singleInsertsPerSecond = await Rate(documents, () => load.InsertSinglyAsync(writers: 64)),
            loneWriterInsertsPerSecond = await Rate(documents / 30, () => load.InsertAloneAsync(documents / 30)),
            bulkInsertsPerSecond = await Rate(documents, load.InsertInBulkAsync),
            replacesPerSecond = await Rate(documents, () => load.ReplaceAsync(writers: 64)),
            pointReadsPerSecond = await Rate(documents, () => load.ReadAsync(readers: 16)),
            pagesOf100PerSecond = await Rate(documents / 100, load.PageAsync),
            streamedPerSecond = await Rate(documents, load.StreamAsync),
            countsPerSecond = await Rate(20, () => load.CountAsync(20)),
            mixed = await load.SharedAsync(connect),
            deletesPerSecond = await Rate(await load.TotalAsync(), load.DeleteAsync),
        };
    }

    private static async Task<long> Rate(long operations, Func<Task> run)
    {
        long started = Stopwatch.GetTimestamp();
        await run();
        return (long)(operations / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
