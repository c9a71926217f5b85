using System.Diagnostics;
using System.Net.Http.Headers;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>The bound: the same calls by a plain loop, and nothing else.</summary>
internal static class BareLoop
{
    /// <summary>Calls a second.</summary>
    public static async Task<double> RateAsync(StubProcess stub, int latencyMilliseconds, int inFlight, int calls)
    {
        await stub.OpenAsync(latencyMilliseconds);
        using var http = new HttpClient();
        byte[] body = Body();
        await RunAsync(http, stub, body, inFlight, inFlight);
        long started = Stopwatch.GetTimestamp();
        await RunAsync(http, stub, body, inFlight, calls);
        return calls / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task RunAsync(HttpClient http, StubProcess stub, byte[] body, int inFlight, int calls)
    {
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) <= calls)
            {
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using HttpResponseMessage response = await http.PostAsync($"{stub.Url}/bare/v1/chat/completions", content);
                await response.Content.ReadAsByteArrayAsync();
            }
        })));
    }

    // As long as labelling's: prompt, dialogue and schema.
    private static byte[] Body() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Load.Request("bare", 0).Assignment);
}
