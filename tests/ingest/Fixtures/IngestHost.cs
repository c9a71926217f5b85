using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Ingest.Tests.Fixtures;

/// <summary>The service as it runs, with the bus in memory and a store of its own. Tests share it: each brings conversations of its own.</summary>
public class IngestHost : IAsyncLifetime
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-ingest-").FullName;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = new();

    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Stops the service and starts it again on the same store.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        await StartAsync(settings);
    }

    private async Task StartAsync(params string[] settings)
    {
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [.. DocumentServer.Arguments(_folder), "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", .. Settings, .. settings], "ingest");
        builder.AddIngest();
        builder.AddConsumers(consumers => consumers.Add<Listener, ListenerDefinition>());
        builder.Services.AddSingleton<Told>();
        builder.Services.AddSingleton(Packs);
        _app = builder.BuildService();
        _app.MapIngest();
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    /// <summary>Settings as on a command line.</summary>
    protected virtual IEnumerable<string> Settings => [];

    /// <summary>The packs that the service knows.</summary>
    protected virtual IDomainPacks Packs => new DomainPackSet([TestPack.Library]);

    public Task PublishAsync<T>(T message)
        where T : class => _app!.Services.GetRequiredService<IBus>().Publish(message);

    internal Told Told => _app!.Services.GetRequiredService<Told>();

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType, string query = "")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return Client.PostAsync(new Uri($"/transcripts{query}", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? contentType, string query = "") => PostAsync(Encoding.UTF8.GetBytes(body), contentType, query);

    /// <summary>Sends what is expected to be taken in, in whole or in part.</summary>
    public async Task<IngestAnswer> TakeAsync(byte[] body, string fileName, string query = "")
    {
        using HttpResponseMessage response = await PostAsync(body, "application/octet-stream", $"?fileName={Uri.EscapeDataString(fileName)}{query}");
        string text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is 202 or 207, $"{response.StatusCode}: {text}");
        var answer = JsonSerializer.Deserialize<IngestAnswer>(text, Json)!;
        Assert.Equal(answer.Rejected.Count > 0 ? 207 : 202, (int)response.StatusCode);
        return answer;
    }

    public Task<IngestAnswer> TakeAsync(string body, string fileName, string query = "") => TakeAsync(Encoding.UTF8.GetBytes(body), fileName, query);

    public async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync())).RootElement;
    }

    /// <summary>Takes one conversation in and reads it back.</summary>
    public Task<JsonElement> KeptAsync(string body, string fileName, string query = "") => KeptAsync(Encoding.UTF8.GetBytes(body), fileName, query);

    /// <summary>Takes one conversation in and reads it back.</summary>
    public async Task<JsonElement> KeptAsync(byte[] body, string fileName, string query = "")
    {
        IngestAnswer answer = await TakeAsync(body, fileName, query);
        Assert.Empty(answer.Rejected);
        return await GetAsync($"/transcripts/{Assert.Single(answer.Accepted).Id}");
    }

    /// <summary>Waits until something is so, for a minute at most.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"Waited in vain: {what}");
            await Task.Delay(25);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
