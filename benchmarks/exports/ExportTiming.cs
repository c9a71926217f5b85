using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DialInsight.Benchmarks.Exports;

/// <summary>Downloads files of the release and watches the process that makes them, which is this one.</summary>
internal static class ExportTiming
{
    /// <summary>A whole file.</summary>
    public static async Task<JsonObject> MeasureAsync(ExportHost host, string file)
    {
        await using var growth = ResidentGrowth.Watch();
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await OpenAsync(host, file, range: null);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        TimeSpan first = default;
        while (await body.ReadAsync(buffer) is > 0 and int read)
        {
            if (bytes == 0)
                first = Stopwatch.GetElapsedTime(start);
            hash.AppendData(buffer, 0, read);
            bytes += read;
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new JsonObject
        {
            ["file"] = file,
            ["bytes"] = bytes,
            ["firstByteMilliseconds"] = Math.Round(first.TotalMilliseconds, 1),
            ["middleFirstByteMilliseconds"] = Math.Round((await FirstOfMiddleAsync(host, file, bytes)).TotalMilliseconds, 1),
            ["seconds"] = Math.Round(seconds, 1),
            ["megabytesPerSecond"] = Math.Round(bytes / seconds / 1e6, 1),
            ["residentBeforeMiB"] = growth.BeforeMiB,
            ["residentGrowthMiB"] = growth.MiBs,
            ["checksumMatches"] = response.Headers.ETag!.Tag.Trim('"') == Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    /// <summary>The first byte of a download that goes on in the middle.</summary>
    private static async Task<TimeSpan> FirstOfMiddleAsync(ExportHost host, string file, long bytes)
    {
        if (bytes == 0)
            return default;
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await OpenAsync(host, file, new RangeHeaderValue(bytes / 2, null));
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1]);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<HttpResponseMessage> OpenAsync(ExportHost host, string file, RangeHeaderValue? range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/releases/{GeneratedRelease.Name}/export?file={Uri.EscapeDataString(file)}");
        request.Headers.Range = range;
        HttpResponseMessage response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }
}
