using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using DialInsight.LanguageModels.Tests;
using DialInsight.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.PromptAssembly.Tests.Fixtures;

/// <summary>The service as it runs, with the bus in memory, a store of its own, and a clock that runs ten times faster.</summary>
internal sealed class PromptHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private PromptHost(IEnumerable<string> settings, string? folder = null)
    {
        _folder = folder ?? Directory.CreateTempSubdirectory("dialinsight-prompts-").FullName;
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [.. DocumentServer.Arguments(_folder), "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--LanguageModel:Provider=Offline", .. settings], "prompt-assembly");
        builder.AddPromptAssembly();
        builder.AddConsumers(consumers => consumers.Add<Listener, ListenerDefinition>());
        builder.Services.AddSingleton<Told>();
        builder.Services.AddSingleton<IDomainPacks>(new DomainPackSet([TestPack.Library]));
        builder.Services.AddSingleton<TimeProvider>(new AcceleratedTime(10));
        _app = builder.BuildService();
        _app.MapPromptAssembly();
    }

    public HttpClient Client { get; } = new();

    public Told Told => Get<Told>();

    /// <summary>Starts with so many dialogues of the scenario <c>lending</c>, and so many instructions.</summary>
    public static async Task<PromptHost> StartAsync(int dialogues, int instructions, bool backwards = false, params IEnumerable<string> settings)
    {
        var host = new PromptHost(settings);
        await host.StartAsync();
        foreach (int number in backwards ? Enumerable.Range(0, dialogues).Reverse() : Enumerable.Range(0, dialogues))
            await host.PublishAsync(Some.Transcript(number));
        foreach (int number in backwards ? Enumerable.Range(0, instructions).Reverse() : Enumerable.Range(0, instructions))
            await host.PublishAsync(Some.Instruction(number));

        PromptAssemblyStore store = host.Get<PromptAssemblyStore>();
        await UntilAsync(
            async () => await store.Transcripts.CountAsync(Query.All, default) == dialogues && await store.Instructions.CountAsync(Query.All, default) == instructions, "the pools are filled");
        return host;
    }

    /// <summary>Stops, and starts anew over what is kept.</summary>
    public async Task<PromptHost> RestartAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        var host = new PromptHost([], _folder);
        await host.StartAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task PublishAsync(object message) => Get<IBus>().Publish(message, message.GetType());

    public Task<HttpResponseMessage> PostAsync(string path, string body = "") =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body));

    public Task<HttpResponseMessage> PostJsonAsync(string path, string body) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    public async Task<JsonElement> RunAsync(string id) => await Client.GetFromJsonAsync<JsonElement>(new Uri($"/runs/{id}", UriKind.Relative));

    /// <summary>The totals, which hold at every moment.</summary>
    public async Task<(int Requested, int Accepted, int Rejected, int Failed, int Pending)> TotalsAsync(string id)
    {
        JsonElement totals = (await RunAsync(id)).GetProperty("totals");
        int Of(string name) => totals.GetProperty(name).GetInt32();
        Assert.Equal(Of("requested"), Of("accepted") + Of("rejected") + Of("failed") + Of("pending"));
        Assert.InRange(Of("accepted"), 0, Of("target"));
        return (Of("requested"), Of("accepted"), Of("rejected"), Of("failed"), Of("pending"));
    }

    public static Task UntilAsync(Func<bool> condition, string what, TimeSpan? limit = null) => UntilAsync(() => Task.FromResult(condition()), what, limit);

    /// <summary>Waits until something is so, for two minutes at most where nothing else is said.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < (limit ?? TimeSpan.FromMinutes(2)), $"Waited in vain: {what}");
            await Task.Delay(15);
        }
    }

    private async Task StartAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await UntilAsync(async () => (await Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the bus is up");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
