using System.Diagnostics;

namespace DialInsight.Benchmarks.Storage;

/// <summary>The disk below.</summary>
internal static class Disk
{
    /// <summary>How often this disk can be told to write 4 KiB through: the bound of a lone durable writer.</summary>
    public static long FlushesPerSecond(string folder)
    {
        Directory.CreateDirectory(folder);
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
}
