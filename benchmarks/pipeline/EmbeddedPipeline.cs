using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using DialInsight.Labeling;
using MassTransit;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>Labelling in this process: the bus in memory, the documents in SQLite.</summary>
internal sealed class EmbeddedPipeline(WebApplication app, LabelCounter counter, StubProcess stub) : IPipeline
{
    // What may wait in memory; more would measure the garbage collector.
    private const int MostWaiting = 4096;
    private readonly List<string> _published = [];
    private Task _publishing = Task.CompletedTask;

    public async Task FinishedAsync(int labels)
    {
        if (!await counter.WaitAsync(labels))
            throw new InvalidOperationException(await Standstill.DescribeAsync(app.Urls, stub, counter, _published));
        await _publishing;
    }

    public static async Task<IPipeline> StartAsync(StubProcess stub, string folder, int inFlight)
    {
        WebApplicationBuilder builder = ServiceHost.CreateBuilder([.. Settings.Labelling($"{stub.Url}/embedded", folder, inFlight), "--urls=http://127.0.0.1:0"], "labeling");
        // Standard output is the result's alone.
        builder.Logging.ClearProviders();
        builder.AddLabeling();
        builder.AddConsumers(consumers => consumers.Add<LabelListener, LabelListenerDefinition>());
        var counter = new LabelCounter();
        builder.Services.AddSingleton(counter);
        WebApplication app = builder.BuildService();
        app.MapLabeling();
        await app.StartServiceAsync();
        using var http = new HttpClient();
        await StubProcess.UntilAsync(http, $"{app.Urls.First()}/health/ready");
        return new EmbeddedPipeline(app, counter, stub);
    }

    public TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;

    public async Task PublishAsync(string run, int labels)
    {
        IBus bus = app.Services.GetRequiredService<IBus>();
        await RangeAsync(bus, run, 0, Math.Min(MostWaiting, labels));
        _publishing = KeepUpAsync(bus, run, labels, counter.Counted);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task KeepUpAsync(IBus bus, string run, int labels, int before)
    {
        for (int next = MostWaiting; next < labels; next += 256)
        {
            while (next - (counter.Counted - before) > MostWaiting - 256)
                await Task.Delay(5);
            await RangeAsync(bus, run, next, Math.Min(256, labels - next));
        }
    }

    private async Task RangeAsync(IBus bus, string run, int from, int count)
    {
        for (int i = from; i < from + count; i++)
        {
            LabelRequested request = Load.Request(run, i);
            _published.Add(request.Assignment.AttemptId);
            await bus.Publish(request);
        }
    }
}
