using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using DialInsight.LanguageModels.Tests;
using DialInsight.ScriptedModel;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Labeling.Tests.Fixtures;

/// <summary>The service as it runs, with the bus in memory, a store of its own, a scripted model, and a clock that runs twenty times faster.</summary>
internal sealed class LabelingHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _isFirst;
    private readonly WebApplication _app;
    private bool _hasEnded;

    private LabelingHost(ScriptedModelServer model, string? folder, Action<IServiceCollection>? services, string[] settings)
    {
        Model = model;
        _isFirst = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("dialinsight-labeling-").FullName;
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [
                .. DocumentServer.Arguments(_folder),
                "--urls=http://127.0.0.1:0",
                "--Logging:LogLevel:Default=None",
                $"--LanguageModel:Endpoint={model.Endpoint}",
                "--LanguageModel:Model=scripted",
                "--LanguageModel:TimeoutSeconds=1500",
                "--LanguageModel:PricePerMillionInput=1",
                .. settings,
            ],
            "labeling");
        builder.AddLabeling();
        builder.AddConsumers(consumers => consumers.Add<Listener, ListenerDefinition>());
        builder.Services.AddSingleton(Told);
        builder.Services.AddSingleton<IDomainPacks>(new DomainPackSet([]));
        builder.Services.AddSingleton<TimeProvider>(new AcceleratedTime(20));
        services?.Invoke(builder.Services);
        _app = builder.BuildService();
        _app.MapLabeling();
    }

    public ScriptedModelServer Model { get; }

    public HttpClient Client { get; } = new();

    public Told Told { get; } = new();

    public static Task<LabelingHost> StartAsync(ScriptRule[] rules, params string[] settings) => StartAsync(rules, null, settings);

    public static async Task<LabelingHost> StartAsync(ScriptRule[] rules, Action<IServiceCollection>? services, params string[] settings)
    {
        LabelingHost host = await StartWithoutBusAsync(rules, services, settings);
        await host.BusIsUpAsync();
        return host;
    }

    /// <summary>Starts, and does not wait for the bus: there may be none.</summary>
    public static async Task<LabelingHost> StartWithoutBusAsync(ScriptRule[] rules, Action<IServiceCollection>? services, params string[] settings)
    {
        ScriptedModelServer model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { Script = new ModelScript { Rules = rules } });
        return await new LabelingHost(model, null, services, settings).ServeAsync();
    }

    /// <summary>Another process on the same store and model. To be disposed of before this one.</summary>
    public Task<LabelingHost> BesideAsync(Action<IServiceCollection>? services = null, params string[] settings) =>
        new LabelingHost(Model, _folder, services, settings).ServeAsync();

    /// <summary>Waits for the bus: what is published before finds no queue.</summary>
    public Task BusIsUpAsync() => UntilAsync(async () => (await Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the bus is up");

    /// <summary>Stops as a process does that is told to.</summary>
    public async Task EndAsync()
    {
        if (_hasEnded)
            return;
        _hasEnded = true;
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<LabelingHost> ServeAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return this;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task PublishAsync<T>(T message)
        where T : class => Get<IBus>().Publish(message);

    public Task<JsonElement> GetAsync(string path) => Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using HttpResponseMessage response = await Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Waits until something is so, for a minute at most.</summary>
    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => ValueTask.FromResult(condition()), what);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string)"/>
    public static async Task UntilAsync(Func<ValueTask<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"Waited in vain: {what}");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await EndAsync();
        if (!_isFirst)
            return;
        await Model.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
