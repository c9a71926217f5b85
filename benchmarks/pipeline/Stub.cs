using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>
/// A model endpoint that costs as little as can be. It holds every call until it is opened, then answers after its latency. Workers are told
/// apart by the first part of the path.
/// </summary>
internal static class Stub
{
    /// <summary>The worker whose calls' times are kept.</summary>
    public const string Timed = "timed";

    private static readonly byte[] s_answer = Encoding.UTF8.GetBytes(
        $$$"""{"id":"c","object":"chat.completion","model":"stub","choices":[{"index":0,"message":{"role":"assistant","content":{{{System.Text.Json.JsonSerializer.Serialize(Load.Answer)}}}},"finish_reason":"stop"}],"usage":{"prompt_tokens":900,"completion_tokens":40,"total_tokens":940}}""");

    public static async Task<int> RunAsync(string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        WebApplication app = builder.Build();
        var calls = new ConcurrentDictionary<string, int>();
        var times = new ConcurrentQueue<double>();
        int held = 0;
        var opened = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Run(async context =>
        {
            string path = context.Request.Path.Value!;
            if (path == "/open")
            {
                string latency = context.Request.Query["latency"].ToString();
                opened.TrySetResult(TimeSpan.FromMilliseconds(int.Parse(latency, CultureInfo.InvariantCulture)));
            }
            else if (path == "/close")
            {
                opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
                calls.Clear();
            }
            else if (path == "/calls")
            {
                await context.Response.WriteAsJsonAsync(calls);
            }
            else if (path == "/times")
            {
                await context.Response.WriteAsJsonAsync(times);
            }
            else if (path == "/held")
            {
                await context.Response.WriteAsJsonAsync(Volatile.Read(ref held));
            }
            else
            {
                string worker = path[1..path.IndexOf('/', 1)];
                if (worker == Timed)
                    times.Enqueue(Stopwatch.GetElapsedTime(0).TotalSeconds);
                Interlocked.Increment(ref held);
                await AnswerAsync(context, calls, worker, opened.Task);
                Interlocked.Decrement(ref held);
            }
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, ConcurrentDictionary<string, int> calls, string worker, Task<TimeSpan> opened)
    {
        calls.AddOrUpdate(worker, 1, (_, count) => count + 1);
        while (true)
        {
            System.IO.Pipelines.ReadResult read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        TimeSpan latency = await opened;
        if (latency > TimeSpan.Zero)
            await Task.Delay(latency);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = s_answer.Length;
        await context.Response.BodyWriter.WriteAsync(s_answer);
    }
}
