using System.Net.Mime;
using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>
/// An endpoint that speaks OpenAI's chat completions and does what its script says. <c>POST /v1/chat/completions</c>, <c>POST /v1/embeddings</c>, batch files (<c>/v1/files</c>, <c>/v1/batches</c>; done at the second look), <c>GET /v1/models</c>,
/// <c>GET /ledger</c>, <c>DELETE /ledger</c>, <c>POST /script</c> (a <see cref="ModelScript"/> as JSON).
/// </summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ChatStage _stage;

    private ScriptedModelServer(WebApplication app, ChatStage stage, Uri endpoint) => (_app, _stage, Endpoint) = (app, stage, endpoint);

    /// <summary>The base URL, for <c>LanguageModel:Endpoint</c>; it ends in <c>/v1</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>What it was asked.</summary>
    public Ledger Ledger => _stage.Ledger;

    /// <summary>Starts one.</summary>
    public static async Task<ScriptedModelServer> StartAsync(ScriptedModelOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ScriptedModelOptions();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        WebApplication app = builder.Build();
        var stage = new ChatStage(options, app.Lifetime.ApplicationStopping);
        var batches = new BatchStage(options, stage.Ledger);
        app.Run(context => Route(context, stage, batches, options));
        await app.StartAsync(cancellationToken);
        return new ScriptedModelServer(app, stage, new Uri($"{app.Urls.First().TrimEnd('/')}/v1"));
    }

    /// <summary>Goes on by another script; its rules count their calls from here.</summary>
    public void Play(ModelScript script) => _stage.Play(script);

    /// <summary>Goes on by these rules.</summary>
    public void Play(params IReadOnlyList<ScriptRule> rules) => Play(new ModelScript { Rules = rules });

    /// <summary>Waits until the process is asked to stop.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task Route(HttpContext context, ChatStage stage, BatchStage batches, ScriptedModelOptions options)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("POST", "/v1/chat/completions"):
                await stage.AnswerAsync(context);
                break;
            case (_, { } path) when path.StartsWith("/v1/files", StringComparison.Ordinal) || path.StartsWith("/v1/batches", StringComparison.Ordinal):
                await batches.AnswerAsync(context);
                break;
            case ("POST", "/v1/embeddings"):
                await EmbeddingStage.AnswerAsync(context, stage.Ledger, options);
                break;
            case ("GET", "/v1/models"):
                await WriteAsync(context, new { @object = "list", data = new[] { new { id = options.Model, @object = "model", owned_by = "scripted" } } });
                break;
            case ("GET", "/ledger"):
                await WriteAsync(context, stage.Ledger.Summary());
                break;
            case ("DELETE", "/ledger"):
                stage.Ledger.Clear();
                break;
            case ("POST", "/script"):
                await PlayAsync(context, stage);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static async Task PlayAsync(HttpContext context, ChatStage stage)
    {
        try
        {
            stage.Play(await context.Request.ReadFromJsonAsync<ModelScript>(JsonSerializerOptions.Web, context.RequestAborted) ?? new ModelScript());
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(e.Message);
        }
    }

    private static Task WriteAsync<T>(HttpContext context, T value) =>
        context.Response.WriteAsJsonAsync(value, JsonSerializerOptions.Web, MediaTypeNames.Application.Json, context.RequestAborted);
}
