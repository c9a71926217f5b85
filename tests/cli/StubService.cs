using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DialInsight.Cli.Tests;

/// <summary>Something at an address that answers requests one after another as it is told to, the last way ever after.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers;

    private StubService(WebApplication app, IEnumerable<Func<HttpContext, Task>> answers) => (_app, _answers) = (app, new(answers));

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What was sent: path with query, and body.</summary>
    public ConcurrentQueue<(string Path, string Body, string? Key)> Requests { get; } = [];

    public static async Task<StubService> StartAsync(params IEnumerable<Func<HttpContext, Task>> answers)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new StubService(app, answers);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    /// <summary>An answer with a status and a body of JSON.</summary>
    public static Func<HttpContext, Task> Answer(int status, string json) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    /// <summary>An answer whose connection breaks before its end.</summary>
    public static Func<HttpContext, Task> BreakOff(string json) => async context =>
    {
        await context.Response.WriteAsync(json);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        Requests.Enqueue((context.Request.Path + context.Request.QueryString, body, context.Request.Headers.Authorization));
        if (_answers.Count > 1 && _answers.TryDequeue(out Func<HttpContext, Task>? answer))
            await answer(context);
        else if (_answers.TryPeek(out answer))
            await answer(context);
    }
}
