using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Spending;
using DialInsight.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DialInsight.InstructionEvolution.Tests;

/// <summary>The service as it runs: documents in a folder, the in-memory bus, HTTP on a free port, and a model that a test writes.</summary>
internal sealed class EvolutionHost : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;

    private EvolutionHost(WebApplication app) => _app = app;

    public HttpClient Http { get; private set; } = null!;

    public FactProbe Facts => _app.Services.GetRequiredService<FactProbe>();

    public InstructionEvolutionStore Store => _app.Services.GetRequiredService<InstructionEvolutionStore>();

    /// <summary>What was paid, as GET /spend of labeling tells it.</summary>
    public ISpendLog Spend => _app.Services.GetRequiredService<ISpendLog>();

    /// <summary>Starts the service on a folder; with <paramref name="model"/> in place of the configured one, or with settings of its own.</summary>
    public static async Task<EvolutionHost> StartAsync(string folder, ILanguageModel? model = null, params string[] settings)
    {
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(["--urls=http://127.0.0.1:0", .. DocumentServer.Arguments(folder), .. settings], "instruction-evolution");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddInstructionEvolution();
        builder.Services.AddSingleton<FactProbe>();
        builder.AddConsumers(consumers => consumers
            .Add<ApprovedProbe, ApprovedProbeDefinition>()
            .Add<RetiredProbe, RetiredProbeDefinition>()
            .Add<ErasedProbe, ErasedProbeDefinition>()
            .Add<CompletedProbe, CompletedProbeDefinition>());
        if (model is not null)
            builder.Services.AddSingleton<ILanguageModels>(new OneModel(model));

        WebApplication app = builder.BuildService();
        app.MapInstructionEvolution();
        await app.StartServiceAsync();
        // What is published before the endpoints are up reaches nobody: there is no broker that would keep it.
        await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, s_patience);
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new EvolutionHost(app) { Http = new HttpClient { BaseAddress = new Uri(address) } };
    }

    public Task PublishAsync<TFact>(TFact fact)
        where TFact : class, IFact => _app.Services.GetRequiredService<IBus>().Publish(fact);

    public async Task<BatchDocument> BatchAsync(string id) => (await Store.Batches.FindAsync(id, CancellationToken.None))!.Document;

    /// <summary>The batch once it is completed.</summary>
    public async Task<BatchDocument> CompletedAsync(string id)
    {
        BatchDocument? batch = null;
        await UntilAsync(
            async () => (batch = (await Store.Batches.FindAsync(id, CancellationToken.None))?.Document)?.State == BatchState.Completed,
            $"batch {id} is completed",
            () => $"it is {batch}");
        return await BatchAsync(id);
    }

    public async Task<List<InstructionDocument>> InstructionsAsync(string batch)
    {
        List<InstructionDocument> found = [];
        await foreach (Versioned<InstructionDocument> item in Store.Instructions.StreamAsync(Query.All.Where("batch", batch), CancellationToken.None))
            found.Add(item.Document);
        return found;
    }

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Waits for a condition, with a limit.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what, Func<string>? found = null)
    {
        using var limit = new CancellationTokenSource(s_patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
                Assert.Fail($"Waited in vain until {what}: {found?.Invoke()}.");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class OneModel(ILanguageModel model) : ILanguageModels
    {
        public ILanguageModel Labeller => model;

        public ILanguageModel Judge => model;
    }
}
