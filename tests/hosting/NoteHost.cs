using DialInsight.Hosting.Access;
using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting.Tests;

/// <summary>A whole service of the tests, on a port of its own.</summary>
public sealed class NoteHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NoteHost(WebApplication app, Reader reader)
    {
        _app = app;
        Reader = reader;
    }

    public Reader Reader { get; }

    public FactLog<Note> Notes => _app.Services.GetRequiredService<FactLog<Note>>();

    public IServiceProvider Services => _app.Services;

    public HttpClient Http { get; private set; } = null!;

    public static NoteHost Build(string folder, Reader? reader = null, bool consumes = true, Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        reader ??= new Reader();
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [.. DocumentServer.Arguments(folder), "--urls=http://127.0.0.1:0", "--Host:ShutdownSeconds=10", .. settings], "notes");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(reader);
        builder.AddFacts("notes", Note.Definition, Note.Facts);
        builder.AddAudit("notes");
        if (consumes)
            builder.AddConsumers(consumers => consumers.Add<NoteTakenConsumer, NoteTakenConsumerDefinition>());
        configure?.Invoke(builder);
        WebApplication app = builder.BuildService();
        app.MapMessageFailures("notes");
        app.MapGet("/who", (Principal principal) => principal);
        app.MapPost("/notes", (NewNote note) => TypedResults.Created($"/notes/{note.Id}", note));
        app.MapGet("/papers", ([AsParameters] PaperFilter filter) => filter);
        app.MapGet("/papers/one", (Paper paper) => paper);
        app.MapGet("/papers/sheets", (int count) => count);
        app.MapPut("/notes/{id}", (string id) => TypedResults.NoContent()).RequireRole(Role.Curator);
        app.MapDelete("/notes/{id}", (string id) => TypedResults.NoContent()).RequireRole(Role.Admin);
        app.MapGet("/broken", IResult () => throw new InvalidOperationException("the secret of the house"));
        return new NoteHost(app, reader);
    }

    public static async Task<NoteHost> StartAsync(string folder, Reader? reader = null, bool consumes = true, Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        NoteHost host = Build(folder, reader, consumes, configure, settings);
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync()
    {
        await _app.StartServiceAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await _app.DisposeAsync();
    }
}

public sealed record NewNote(string Id, int Pages, Paper? Paper = null);

public sealed record PaperFilter(Paper? Paper);

public enum Paper
{
    Plain,
    FinelyRuled,
}
