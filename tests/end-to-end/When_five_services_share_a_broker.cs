using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>The distributed edition: five services and a second labelling worker as processes, on a real RabbitMQ.</summary>
[Trait("Category", "Broker")]
public sealed class When_five_services_share_a_broker
{
    private const int Target = 8;
    private const int CallsInFlight = 2 * 8;

    private static readonly (string Service, string Assembly)[] s_services =
    [
        ("ingest", "DialInsight.Ingest"),
        ("instruction-evolution", "DialInsight.InstructionEvolution"),
        ("prompt-assembly", "DialInsight.PromptAssembly"),
        ("labeling", "DialInsight.Labeling"),
        ("quality", "DialInsight.Quality"),
    ];

    [Fact]
    public async Task A_worker_killed_in_the_middle_costs_nothing()
    {
        string? broker = Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ");
        if (broker is null)
            Assert.Skip("No broker: set DIALINSIGHT_RABBITMQ to the address of a RabbitMQ (tests/broker.sh starts one).");

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 500, cancellationToken);
        using var workspace = new Workspace();
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        settings["Bus:Transport"] = "RabbitMQ";
        DocumentServer.AddTo(settings, workspace);

        Dictionary<string, ServiceProcess> services = [];
        await using ServiceProcess second = StartService("labeling", "DialInsight.Labeling", As("labeling", settings, broker));
        try
        {
            foreach ((string service, string assembly) in s_services)
                services[service] = StartService(service, assembly, As(service, settings, broker));
            await Task.WhenAll(services.Values.Append(second).Select(process => process.ReadyAsync(cancellationToken)));

            DialInsightClient ingest = Client(services["ingest"]), assembly1 = Client(services["prompt-assembly"]), quality = Client(services["quality"]);
            foreach (string file in Directory.GetFiles(Repository.Path("samples", "transcripts", "real-estate"), "*.jsonl"))
            {
                await using FileStream content = File.OpenRead(file);
                await ingest.Transcripts.SendAsync(content, Path.GetFileName(file), new IngestDefaults(Domain: "real-estate"), cancellationToken);
            }

            long kept = await ingest.Transcripts.CountAsync(cancellationToken);
            RunView run = await assembly1.Runs.CreateAsync(Recipes.Extraction(Target), $"end-to-end-{Guid.NewGuid():N}", kept, cancellationToken);
            await Eventually.IsTrueAsync(
                async () =>
                {
                    run = await assembly1.Runs.GetAsync(run.Id, cancellationToken);
                    AssertAddsUp(run);
                    return run.Totals.Accepted >= Target / 2;
                },
                TimeSpan.FromSeconds(120),
                () => Story(run, services, second),
                cancellationToken);
            Assert.True(run.Totals.Accepted < 3 * Target, "The run was over before a worker could be killed in it.");
            await second.KillAsync();

            await Eventually.IsTrueAsync(
                async () =>
                {
                    run = await assembly1.Runs.GetAsync(run.Id, cancellationToken);
                    AssertAddsUp(run);
                    return run.EndedAt is not null;
                },
                TimeSpan.FromSeconds(120),
                () => Story(run, services, second),
                cancellationToken);

            Assert.True(run.State == RunState.Released, Story(run, services, second));
            Assert.All(run.Cells, cell => Assert.Equal(Target, cell.Counts.Accepted));
            Assert.Equal(0, run.Totals.Pending);
            Assert.True(PipelineModel.Repeated(model) <= CallsInFlight, $"{PipelineModel.Repeated(model)} calls were repeated.");
            await AssertReleaseAsync(quality, run, workspace, cancellationToken);
            foreach (ServiceProcess service in services.Values)
                Assert.Equal(0, await service.StopAsync(cancellationToken));
        }
        finally
        {
            foreach (ServiceProcess service in services.Values)
                await service.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_people_approve_in_one_process_fills_a_run_in_another()
    {
        string? broker = Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ");
        if (broker is null)
            Assert.Skip("No broker: set DIALINSIGHT_RABBITMQ to the address of a RabbitMQ (tests/broker.sh starts one).");

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 10, cancellationToken);
        using var workspace = new Workspace();
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        settings["Bus:Transport"] = "RabbitMQ";
        DocumentServer.AddTo(settings, workspace);

        Dictionary<string, ServiceProcess> services = [];
        try
        {
            foreach ((string service, string assembly) in s_services)
                services[service] = StartService(service, assembly, As(service, settings, broker));
            await Task.WhenAll(services.Values.Select(process => process.ReadyAsync(cancellationToken)));

            DialInsightClient runs = Client(services["prompt-assembly"]), instructions = Client(services["instruction-evolution"]);
            long kept = await When_people_curate_a_run.SendAsync(Client(services["ingest"]), cancellationToken);
            RunView run = await runs.Runs.CreateAsync(GateReviewer.Recipe, $"curated-{Guid.NewGuid():N}", kept, cancellationToken);
            run = await GateReviewer.CurateAsync(instructions, runs, run, () => string.Join('\n', services.Select(service => $"— {service.Key}\n{service.Value.Output}")), cancellationToken);

            Assert.Equal((RunState.Released, GateReviewer.Target), (run.State, run.Totals.Accepted));
            await GateReviewer.AssertLineageAsync(instructions, cancellationToken);
        }
        finally
        {
            foreach (ServiceProcess service in services.Values)
                await service.DisposeAsync();
        }
    }

    private static async Task AssertReleaseAsync(DialInsightClient quality, RunView run, Workspace workspace, CancellationToken cancellationToken)
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

    private static void AssertAddsUp(RunView run) =>
        Assert.All(run.Cells.Select(cell => cell.Counts).Append(run.Totals), counts =>
            Assert.Equal(counts.Requested, counts.Accepted + counts.Rejected + counts.Failed + counts.Pending));

    /// <summary>With an account of its own where the broker has such (tests/broker.sh): with the rights that the manifests give the service, and no more.</summary>
    private static Dictionary<string, string> As(string service, IReadOnlyDictionary<string, string> settings, string broker)
    {
        bool hasAccounts = Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ_ACCOUNTS") == "1";
        return new(settings) { ["Bus:Uri"] = hasAccounts ? new UriBuilder(broker) { UserName = service, Password = service }.Uri.ToString() : broker };
    }

    private static ServiceProcess StartService(string service, string assembly, IReadOnlyDictionary<string, string> settings) =>
        ServiceProcess.Start(Repository.Program(service, assembly), [], settings);

    private static DialInsightClient Client(ServiceProcess process) => new(new HttpClient { BaseAddress = new Uri(process.Url) });

    private static string Story(RunView run, Dictionary<string, ServiceProcess> services, ServiceProcess second) =>
        $"{run.State}: {run.Totals}\n{string.Join('\n', run.Cells)}\n"
        + string.Join('\n', services.Select(service => $"— {service.Key}\n{service.Value.Output}").Append($"— second worker\n{second.Output}"));
}
