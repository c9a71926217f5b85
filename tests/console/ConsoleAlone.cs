using System.Collections.Concurrent;
using System.Text.Json;
using DialInsight.Hosting;
using DialInsight.WebConsole;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DialInsight.Console.Tests;

/// <summary>The console as a service of its own, before services that answer what a test wants.</summary>
public sealed class ConsoleAlone : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dialinsight-console-");
    private readonly ConcurrentQueue<(string Path, string Body)> _asked = new();
    private WebApplication? _services;
    private WebApplication? _console;

    /// <summary>Where the console listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What services were told by POST.</summary>
    public IEnumerable<(string Path, string Body)> Asked => _asked;

    /// <summary>Answers by path; what is not here is 503.</summary>
    public ConcurrentDictionary<string, object> Answers { get; } = new();

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder fake = WebApplication.CreateBuilder();
        fake.WebHost.UseUrls("http://127.0.0.1:0");
        fake.Logging.ClearProviders();
        _services = fake.Build();
        _services.Run(AnswerAsync);
        await _services.StartAsync();

        string services = _services.Urls.First();
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [
                "--urls=http://127.0.0.1:0", .. DocumentServer.Arguments(_folder.FullName), $"--Console:Ingest={services}", $"--Console:InstructionEvolution={services}",
                $"--Console:PromptAssembly={services}", $"--Console:Labeling={services}", $"--Console:Quality={services}",
            ],
            "console");
        builder.Logging.ClearProviders();
        builder.AddConsole(isAlone: true);
        _console = builder.BuildService();
        _console.MapConsole();
        await _console.StartServiceAsync();
        Address = new Uri(_console.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
            await _console.DisposeAsync();
        if (_services is not null)
            await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            _asked.Enqueue((context.Request.Path.Value!, await new StreamReader(context.Request.Body).ReadToEndAsync()));
        if (Answers.TryGetValue(context.Request.Path.Value!, out object? answer))
            await context.Response.WriteAsJsonAsync(answer, JsonSerializerOptions.Web);
        else
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
