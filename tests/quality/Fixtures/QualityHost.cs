using System.Collections.Concurrent;
using System.Diagnostics;
using DialInsight.Contracts;
using DialInsight.Contracts.Erasure;
using DialInsight.Contracts.Quality;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using DialInsight.LanguageModels;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Quality.Tests.Fixtures;

/// <summary>The service as it runs, with the bus in memory, a store of its own and a judge that answers as told.</summary>
internal sealed class QualityHost : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private readonly string _folder;
    private readonly bool _keep;
    private readonly WebApplication _app;

    private QualityHost(string folder, bool keep, WebApplication app, ScriptedJudge judge)
    {
        (_folder, _keep, _app, Judge) = (folder, keep, app, judge);
        Client = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public ScriptedJudge Judge { get; }

    public HttpClient Client { get; }

    public Told Told => Get<Told>();

    public static string NewFolder() => Path.Combine(Path.GetTempPath(), $"dialinsight-quality-{Guid.NewGuid():N}");

    public static Task<QualityHost> StartAsync(ScriptedJudge? judge = null, string? folder = null, params string[] settings) => StartAsync(judge, folder, time: null, settings);

    public static async Task<QualityHost> StartAsync(ScriptedJudge? judge, string? folder, TimeProvider? time, params string[] settings)
    {
        bool keep = folder is not null;
        folder ??= NewFolder();
        judge ??= new ScriptedJudge();
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [.. DocumentServer.Arguments(folder), "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. settings], "quality");
        builder.Services.AddSingleton(TestPacks.All);
        builder.Services.AddSingleton<Told>();
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.AddQuality();
        builder.Services.AddSingleton<ILanguageModels>(judge);
        builder.AddConsumers(consumers => consumers.Add<Listener, ListenerDefinition>());
        WebApplication app = builder.BuildService();
        app.MapQuality();
        await app.StartServiceAsync();
        // In process, a message that is published before its consumers are there reaches nobody.
        await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, s_limit);
        return new QualityHost(folder, keep, app, judge);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task PublishAsync(object message) => Get<IBus>().Publish(message);

    /// <summary>Waits until something is so, for a minute at most.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < s_limit, $"Waited in vain: {what}");
            await Task.Delay(25);
        }
    }

    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keep && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What the service told.</summary>
internal sealed class Told
{
    public ConcurrentQueue<IFact> Facts { get; } = [];

    public SampleJudged[] Judged => [.. Facts.OfType<SampleJudged>().DistinctBy(fact => fact.Id)];

    public DatasetReleased[] Released => [.. Facts.OfType<DatasetReleased>().DistinctBy(fact => fact.Id)];

    public ErasureApplied[] Erased => [.. Facts.OfType<ErasureApplied>().DistinctBy(fact => fact.Id)];

    public ReleaseRefused[] Refused => [.. Facts.OfType<ReleaseRefused>().DistinctBy(fact => fact.Id)];
}

internal sealed class Listener(Told told) : IConsumer<SampleJudged>, IConsumer<DatasetReleased>, IConsumer<ReleaseRefused>, IConsumer<ErasureApplied>
{
    public Task Consume(ConsumeContext<SampleJudged> context) => Keep(context.Message);

    public Task Consume(ConsumeContext<DatasetReleased> context) => Keep(context.Message);

    public Task Consume(ConsumeContext<ReleaseRefused> context) => Keep(context.Message);

    public Task Consume(ConsumeContext<ErasureApplied> context) => Keep(context.Message);

    private Task Keep(IFact fact)
    {
        told.Facts.Enqueue(fact);
        return Task.CompletedTask;
    }
}

internal sealed class ListenerDefinition() : ServiceConsumerDefinition<Listener>("listener", 4, 8);
