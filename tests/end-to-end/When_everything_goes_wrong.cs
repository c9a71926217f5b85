using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>
/// One run, and all that can happen to it: three of ten calls throttled and one of twenty answered with rubbish all along; a worker killed, the store locked,
/// the broker restarted and the model away, one after the other.
/// </summary>
[Trait("Category", "Broker")]
public sealed class When_everything_goes_wrong
{
    private const int Target = 12, CallsOfOneWorker = 2;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private static readonly ScriptRule[] s_usual =
    [
        new ScriptRule { Do = ScriptedBehaviour.Throttle, Rate = 0.3 },
        new ScriptRule { Do = ScriptedBehaviour.Malform, Rate = 0.05 },
    ];

    private static readonly (string Service, string Assembly)[] s_services =
    [
        ("ingest", "DialInsight.Ingest"),
        ("instruction-evolution", "DialInsight.InstructionEvolution"),
        ("prompt-assembly", "DialInsight.PromptAssembly"),
        ("labeling", "DialInsight.Labeling"),
        ("quality", "DialInsight.Quality"),
    ];

    [Fact]
    public async Task Every_cell_is_filled_exactly_and_the_same_again_costs_nothing()
    {
        if (Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ") is null)
            Assert.Skip("No broker: where DIALINSIGHT_RABBITMQ names one, RabbitMQ is installed, and this test starts its own.");
        if (Environment.GetEnvironmentVariable("DIALINSIGHT_STORAGE_CONNECTIONSTRING") is { Length: > 0 })
            Assert.Skip("The store is locked as a file: there is none on a document server.");

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using OwnBroker broker = await OwnBroker.StartAsync(workspace);
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 0, cancellationToken);
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        settings["LanguageModel:MaxConcurrency"] = $"{CallsOfOneWorker}";
        settings["Bus:Transport"] = "RabbitMQ";
        settings["Bus:Uri"] = broker.Uri;
        settings["Storage:Path"] = workspace.Path("data");

        Dictionary<string, ServiceProcess> services = [];
        try
        {
            foreach ((string service, string assembly) in s_services.Append(("second worker", "DialInsight.Labeling")))
                services[service] = ServiceProcess.Start(Repository.Program(assembly == "DialInsight.Labeling" ? "labeling" : service, assembly), [], settings);
            await Task.WhenAll(services.Values.Select(process => process.ReadyAsync(cancellationToken)));
            DialInsightClient ingest = Client(services["ingest"]), runs = Client(services["prompt-assembly"]);
            foreach (string file in Directory.GetFiles(Repository.Path("samples", "transcripts", "real-estate"), "*.jsonl"))
            {
                await using FileStream content = File.OpenRead(file);
                await ingest.Transcripts.SendAsync(content, Path.GetFileName(file), new IngestDefaults(Domain: "real-estate"), cancellationToken);
            }

            long kept = await ingest.Transcripts.CountAsync(cancellationToken);
            RunView run = await runs.Runs.CreateAsync(Recipes.Extraction(Target), "first", kept, cancellationToken);
            await ReachAsync(runs, run.Id, accepted: 1, services, cancellationToken);
            model.Play(Slowly(s_usual));

            await ReachAsync(runs, run.Id, accepted: 3, services, cancellationToken);
            await services["second worker"].KillAsync();
            services["third worker"] = ServiceProcess.Start(Repository.Program("labeling", "DialInsight.Labeling"), [], settings);

            await ReachAsync(runs, run.Id, accepted: 8, services, cancellationToken);
            using (await DatabaseLock.TakeAsync(workspace.Path("data", "labeling.db"), cancellationToken))
                await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);

            await ReachAsync(runs, run.Id, accepted: 14, services, cancellationToken);
            await broker.RestartAsync();

            await ReachAsync(runs, run.Id, accepted: 20, services, cancellationToken);
            model.Play(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 503 });
            await Task.Delay(TimeSpan.FromSeconds(20), cancellationToken);
            model.Play(Slowly(s_usual));

            run = await EndAsync(runs, run.Id, services, cancellationToken);
            Assert.All(run.Cells, cell => Assert.Equal(Target, cell.Counts.Accepted));
            Assert.True(Repeated(model) <= CallsOfOneWorker, $"{Repeated(model)} calls were repeated.");
            await AssertReleasedAsync(Client(services["quality"]), run, workspace, cancellationToken);

            model.Play(ModelScript.Obliging);
            int before = model.Ledger.Count;
            RunView second = await EndAsync(
                runs, (await runs.Runs.CreateAsync(Recipes.Extraction(Target), "second", kept, cancellationToken)).Id, services, cancellationToken);
            Assert.All(second.Cells, cell => Assert.Equal(Target, cell.Counts.Accepted));
            Assert.Equal(0, model.Ledger.Count - before);
        }
        finally
        {
            foreach (ServiceProcess service in services.Values)
                await service.DisposeAsync();
        }
    }

    private static ModelScript Slowly(ScriptRule[] rules) => new() { LatencyMilliseconds = 1000, Rules = rules, Seed = 5 };

    private static async Task ReachAsync(
        DialInsightClient runs, string id, int accepted, Dictionary<string, ServiceProcess> services, CancellationToken cancellationToken)
    {
        RunView? run = null;
        await Eventually.IsTrueAsync(
            async () => (run = await runs.Runs.GetAsync(id, cancellationToken)).Totals.Accepted >= accepted, s_patience, () => Story(run, services), cancellationToken);
        Assert.True(run!.EndedAt is null, "The run was over before everything had gone wrong.");
    }

    private static async Task<RunView> EndAsync(DialInsightClient runs, string id, Dictionary<string, ServiceProcess> services, CancellationToken cancellationToken)
    {
        RunView? run = null;
        await Eventually.IsTrueAsync(
            async () => (run = await runs.Runs.GetAsync(id, cancellationToken)).EndedAt is not null, s_patience, () => Story(run, services), cancellationToken);
        Assert.True(run!.State == RunState.Released, Story(run, services));
        Assert.Equal(0, run.Totals.Pending);
        Assert.Equal(run.Totals.Requested, run.Totals.Accepted + run.Totals.Rejected + run.Totals.Failed);
        return run;
    }

    private static async Task AssertReleasedAsync(DialInsightClient quality, RunView run, Workspace workspace, CancellationToken cancellationToken)
    {
        foreach ((string format, string file) in new[] { ("manifest", "manifest.json"), ("messages", "messages.jsonl") })
        {
            await using FileStream output = File.Create(workspace.Path(file));
            await quality.Releases.ExportAsync(run.Release!, format, output, cancellationToken);
        }

        ReleasedFiles files = ReleasedFiles.Read(workspace.Path());
        files.AssertCountsAddUp();
        files.AssertNothingTwice();
        Assert.Equal(3 * Target, files.Samples);
    }

    // An answer that is rubbish is asked for again, rightly.
    private static int Repeated(ScriptedModelServer server)
    {
        LedgerEntry[] answered = [.. server.Ledger.Entries.Where(entry => entry is { Status: 200, Did: ScriptedBehaviour.Answer })];
        return answered.Length - answered.Select(entry => entry.Key).Distinct().Count();
    }

    private static DialInsightClient Client(ServiceProcess process) => new(new HttpClient { BaseAddress = new Uri(process.Url) });

    private static string Story(RunView? run, Dictionary<string, ServiceProcess> services) =>
        $"{run?.State}: {run?.Totals}\n{string.Join('\n', run?.Cells ?? [])}\n{string.Join('\n', services.Select(service => $"— {service.Key}\n{service.Value.Output}"))}";
}
