using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Embeddings;
using DialInsight.LanguageModels.Spending;
using DialInsight.ScriptedModel;
using DialInsight.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DialInsight.LanguageModels.Tests;

/// <summary>A scripted model and a folder, and hosts of the language models over both.</summary>
internal sealed class ModelPlace : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-models-").FullName;
    private readonly List<ServiceProvider> _hosts = [];

    private ModelPlace(ScriptedModelServer server, TimeProvider time) => (Server, Time) = (server, time);

    public ScriptedModelServer Server { get; }

    public Ledger Ledger => Server.Ledger;

    public TimeProvider Time { get; }

    public static Task<ModelPlace> StartAsync(params ScriptRule[] rules) => StartAsync(new AcceleratedTime(50), rules);

    public static Task<ModelPlace> StartAsync(TimeProvider time, params ScriptRule[] rules) => StartAsync(new ScriptedModelOptions { Script = new ModelScript { Rules = rules } }, time);

    public static async Task<ModelPlace> StartAsync(ScriptedModelOptions options, TimeProvider? time = null) => new(await ScriptedModelServer.StartAsync(options), time ?? new AcceleratedTime(50));

    public static ModelRequest Request(string text, string? schema = null, int draw = 0, params string[] transcripts) => new()
    {
        Purpose = ModelPurpose.Label,
        Messages = [new("system", "You label conversations."), new("user", text)],
        ResponseSchema = schema,
        Draw = draw,
        Transcripts = transcripts,
    };

    /// <summary>Waits for a condition, with a limit.</summary>
    public static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(5, limit.Token);
    }

    /// <summary>Waits until the processes' next free slot is so far ahead.</summary>
    public async Task RestIsKeptAsync(TimeSpan ahead)
    {
        IDocumentCollection<NextSlot> slots = _hosts[0].GetRequiredService<IDocumentStoreFactory>().Open("language-models").Collection(new CollectionDefinition<NextSlot>("rate-slots", slot => slot.Id));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            await foreach (Versioned<NextSlot> slot in slots.StreamAsync(Query.All, limit.Token))
            {
                if (slot.Document.RequestsFrom - Time.GetUtcNow() > ahead)
                    return;
            }

            await Task.Delay(5, limit.Token);
        }
    }

    /// <summary>What a process sees; every call of this is another process as far as memory is concerned.</summary>
    public Host Open(params (string Key, string Value)[] settings) => OpenWith([("LanguageModel:Endpoint", Server.Endpoint.ToString()), .. settings]);

    /// <summary>The same with the endpoints that the settings name, whose section is left out.</summary>
    public Host OpenSeveral(params (string Key, string Value)[] settings) => OpenWith([.. settings.Select(setting => ($"LanguageModel:{setting.Key}", setting.Value))]);

    private Host OpenWith(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["LanguageModel:Model"] = "qwen-max",
            ["LanguageModel:TimeoutSeconds"] = "1500",
        };
        foreach ((string key, string value) in settings)
            values[key] = value;
        IConfiguration configuration = new ConfigurationBuilder().AddCommandLine([.. DocumentServer.Arguments(_folder)]).AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddSingleton(Time).AddSingleton(configuration).AddLogging().AddDocumentStore(configuration).AddLanguageModels(configuration);
        ServiceProvider provider = services.BuildServiceProvider();
        _hosts.Add(provider);
        return new Host(
            provider.GetRequiredService<ILanguageModels>(),
            provider.GetRequiredService<IAnswerCache>(),
            provider.GetRequiredService<ISpendLog>(),
            provider.GetRequiredService<IEmbeddingModel>(),
            [.. provider.GetServices<IHostedService>()]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider host in _hosts)
            await host.DisposeAsync();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed record NextSlot(string Id, DateTimeOffset RequestsFrom);

    /// <summary>The language models of one process.</summary>
    internal sealed record Host(ILanguageModels Models, IAnswerCache Cache, ISpendLog Spend, IEmbeddingModel Embedding, IReadOnlyList<IHostedService> Background)
    {
        public ILanguageModel Labeller => Models.Labeller;

        public Task<ModelAnswer> AskAsync(string text, string? schema = null, int draw = 0, params string[] transcripts) =>
            Labeller.AnswerAsync(Request(text, schema, draw, transcripts), TestContext.Current.CancellationToken);
    }
}
