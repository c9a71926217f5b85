using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DialInsight.Benchmarks.Exports;

/// <summary>Downloads one file of the release and watches the process that makes it, which is this one.</summary>
internal static class ExportTiming
{
    public static async Task<JsonObject> MeasureAsync(ExportHost host, string format)
    {
        GC.Collect();
        long before = Environment.WorkingSet;
        long most = before;
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await host.Client.GetAsync($"/releases/{GeneratedRelease.Name}/export?format={format}", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        TimeSpan first = default;
        for (int reads = 0; await body.ReadAsync(buffer) is > 0 and int read; reads++)
        {
            if (bytes == 0)
                first = Stopwatch.GetElapsedTime(start);
            hash.AppendData(buffer, 0, read);
            bytes += read;
            if (reads % 256 == 0)
                most = Math.Max(most, Environment.WorkingSet);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new JsonObject
        {
            ["format"] = format,
            ["bytes"] = bytes,
            ["firstByteMilliseconds"] = Math.Round(first.TotalMilliseconds, 1),
            ["seconds"] = Math.Round(seconds, 1),
            ["megabytesPerSecond"] = Math.Round(bytes / seconds / 1e6, 1),
            ["residentBeforeMiB"] = Math.Round(before / 1048576.0, 1),
            ["residentGrowthMiB"] = Math.Round((most - before) / 1048576.0, 1),
            ["checksumMatches"] = response.Headers.ETag!.Tag.Trim('"') == Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }
}
