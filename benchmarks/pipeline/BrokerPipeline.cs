using System.Diagnostics;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>Labelling workers as processes on a RabbitMQ; this process publishes the requests and receives the labels.</summary>
internal sealed class BrokerPipeline(WebApplication app, IReadOnlyList<Process> workers, IReadOnlyList<string> urls, LabelCounter counter, StubProcess stub) : IPipeline
{
    private readonly List<string> _published = [];

    public async Task FinishedAsync(int labels)
    {
        if (!await counter.WaitAsync(labels))
            throw new InvalidOperationException(await Standstill.DescribeAsync(urls, stub, counter, _published));
    }

    public static async Task<IPipeline> StartAsync(StubProcess stub, string folder, string broker, int count, int inFlight)
    {
        string[] bus = ["--Bus:Transport=RabbitMQ", $"--Bus:Uri={broker}"];
        using var http = new HttpClient();
        List<Process> workers = [];
        List<string> urls = [];
        for (int worker = 1; worker <= count; worker++)
        {
            string url = StubProcess.FreeUrl();
            workers.Add(StubProcess.Child(["worker", .. Settings.Labelling($"{stub.Url}/worker-{worker}", folder, inFlight), .. bus, $"--urls={url}"]));
            urls.Add(url);
        }

        foreach (string url in urls)
            await StubProcess.UntilAsync(http, $"{url}/health/ready");

        WebApplicationBuilder builder = ServiceHost.CreateBuilder([$"--Storage:Path={Path.Combine(folder, "benchmark")}", "--Logging:LogLevel:Default=Error", .. bus, "--urls=http://127.0.0.1:0"], "benchmark");
        // Standard output is the result's alone.
        builder.Logging.ClearProviders();
        builder.AddConsumers(consumers => consumers.Add<LabelListener, LabelListenerDefinition>());
        var counter = new LabelCounter();
        builder.Services.AddSingleton(counter);
        WebApplication app = builder.BuildService();
        await app.StartServiceAsync();
        await StubProcess.UntilAsync(http, $"{app.Urls.First()}/health/ready");
        return new BrokerPipeline(app, workers, urls, counter, stub);
    }

    public TimeSpan ProcessorTime() => workers.Aggregate(TimeSpan.Zero, (sum, worker) =>
    {
        worker.Refresh();
        return sum + worker.TotalProcessorTime;
    });

    public async Task PublishAsync(string run, int labels)
    {
        IBus bus = app.Services.GetRequiredService<IBus>();
        foreach (int[] some in Enumerable.Range(0, labels).Chunk(256))
        {
            LabelRequested[] requests = [.. some.Select(i => Load.Request(run, i))];
            _published.AddRange(requests.Select(request => request.Assignment.AttemptId));
            await Task.WhenAll(requests.Select(request => bus.Publish(request)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Process worker in workers)
        {
            worker.Kill();
            await worker.WaitForExitAsync();
            worker.Dispose();
        }

        await app.StopAsync();
        await app.DisposeAsync();
    }
}
