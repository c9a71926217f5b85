using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;

namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>The distributed edition: five services, and as many more labelling workers as a test starts, as processes on a RabbitMQ.</summary>
internal sealed class FiveServices : IAsyncDisposable
{
    /// <summary>The collection of the tests that start them: on one broker they would take each other's messages.</summary>
    public const string OneAtATime = "Five services";

    private const string Workers = "labeling";

    private static readonly (string Service, string Assembly)[] s_services =
    [
        ("ingest", "DialInsight.Ingest"),
        ("instruction-evolution", "DialInsight.InstructionEvolution"),
        ("prompt-assembly", "DialInsight.PromptAssembly"),
        (Workers, "DialInsight.Labeling"),
        ("quality", "DialInsight.Quality"),
    ];

    private readonly Dictionary<string, ServiceProcess> _processes = [];
    private readonly Dictionary<string, string> _settings;
    private readonly string _broker;

    private FiveServices(Dictionary<string, string> settings, string broker) => (_settings, _broker) = (settings, broker);

    /// <summary>The services' names.</summary>
    public static IEnumerable<string> Names => s_services.Select(service => service.Service);

    /// <summary>The broker that the tests were given; without one the test is skipped.</summary>
    public static string Broker()
    {
        string? broker = Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ");
        if (broker is null)
            Assert.Skip("No broker: set DIALINSIGHT_RABBITMQ to the address of a RabbitMQ (tests/broker.sh starts one).");
        return broker;
    }

    /// <summary>Starts all of them, with further workers by the names given, and waits until they are ready.</summary>
    public static async Task<FiveServices> StartAsync(
        IReadOnlyDictionary<string, string> settings, string broker, Workspace workspace, CancellationToken cancellationToken, params string[] furtherWorkers)
    {
        Dictionary<string, string> all = new([.. settings, .. DocumentServer.Settings(workspace.Path("data"))]) { ["Bus:Transport"] = "RabbitMQ" };
        var services = new FiveServices(all, broker);
        foreach ((string service, string assembly) in s_services)
            services.Start(service, service, assembly);
        foreach (string worker in furtherWorkers)
            services.StartWorker(worker);
        try
        {
            await Task.WhenAll(services._processes.Values.Select(process => process.ReadyAsync(cancellationToken)));
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }

        return services;
    }

    /// <summary>Starts one more labelling worker.</summary>
    public void StartWorker(string name) => Start(name, Workers, s_services.Single(service => service.Service == Workers).Assembly);

    /// <summary>Starts a replica of the web page, and waits until it is ready.</summary>
    public Task StartWebPageAsync(string name, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<string, string>
        {
            ["Console:Ingest"] = Address("ingest"),
            ["Console:InstructionEvolution"] = Address("instruction-evolution"),
            ["Console:PromptAssembly"] = Address("prompt-assembly"),
            ["Console:Labeling"] = Address(Workers),
            ["Console:Quality"] = Address("quality"),
        };
        Start(name, "console", "DialInsight.Console", addresses);
        return _processes[name].ReadyAsync(cancellationToken);
    }

    /// <summary>Where the process of that name listens.</summary>
    public string Address(string name) => _processes[name].Url;

    /// <summary>SIGKILL for the process of that name.</summary>
    public Task KillAsync(string name) => _processes[name].KillAsync();

    /// <summary>SIGTERM for the process of that name, which has to end well, and another in its place.</summary>
    public async Task RestartAsync(string name, CancellationToken cancellationToken)
    {
        ServiceProcess old = _processes[name];
        Assert.True(await old.StopAsync(cancellationToken) == 0, $"{name} did not end well:\n{old.Output}");
        await old.DisposeAsync();
        (string service, string assembly) = s_services.SingleOrDefault(one => one.Service == name, s_services.Single(one => one.Service == Workers));
        Start(name, service, assembly);
        await _processes[name].ReadyAsync(cancellationToken);
    }

    /// <summary>A client of the process of that name, with the one key that there is where keys are asked for.</summary>
    public DialInsightClient Client(string name) => new(new HttpClient { BaseAddress = new Uri(Address(name)) }, _settings.GetValueOrDefault("Auth:Keys")?.Split(':')[2]);

    /// <summary>Sends the bundled calls about homes, and tells how many are kept.</summary>
    public async Task<long> SendCallsAsync(CancellationToken cancellationToken)
    {
        DialInsightClient ingest = Client("ingest");
        foreach (string file in Directory.GetFiles(Repository.Path("samples", "transcripts", "real-estate"), "*.jsonl"))
        {
            await using FileStream content = File.OpenRead(file);
            await ingest.Transcripts.SendAsync(content, Path.GetFileName(file), new IngestDefaults(Domain: "real-estate"), cancellationToken);
        }

        return await ingest.Transcripts.CountAsync(cancellationToken);
    }

    /// <summary>Waits until a run is so far. Whenever it is looked at, its counts add up.</summary>
    public async Task<RunView> ReachAsync(string id, Func<RunView, bool> isReached, TimeSpan limit, CancellationToken cancellationToken)
    {
        DialInsightClient client = Client("prompt-assembly");
        RunView? run = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                run = await client.Runs.GetAsync(id, cancellationToken);
                AssertAddsUp(run);
                return isReached(run);
            },
            limit,
            () => Story(run),
            cancellationToken);
        return run!;
    }

    /// <summary>Checks that the run's release holds so many samples, whose counts add up, and nothing twice.</summary>
    public async Task AssertReleasedAsync(RunView run, int samples, Workspace workspace, CancellationToken cancellationToken)
    {
        foreach ((string format, string file) in new[] { ("manifest", "manifest.json"), ("messages", "messages.jsonl") })
        {
            await using FileStream output = File.Create(workspace.Path(file));
            await Client("quality").Releases.ExportAsync(run.Release!, format, output, cancellationToken);
        }

        ReleasedFiles files = ReleasedFiles.Read(workspace.Path());
        files.AssertCountsAddUp();
        files.AssertNothingTwice();
        Assert.Equal(samples, files.Samples);
    }

    /// <summary>Tells all that still run to stop, which they have to do well.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (ServiceProcess process in _processes.Values.Where(process => !process.HasExited))
            Assert.Equal(0, await process.StopAsync(cancellationToken));
    }

    /// <summary>Where a run stands and what the processes have printed.</summary>
    public string Story(RunView? run = null) =>
        $"{run?.State}: {run?.Totals}\n{string.Join('\n', run?.Cells ?? [])}\n{string.Join('\n', _processes.Select(process => $"— {process.Key}\n{process.Value.Output}"))}";

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProcess process in _processes.Values)
            await process.DisposeAsync();
    }

    private static void AssertAddsUp(RunView run) =>
        Assert.All(run.Cells.Select(cell => cell.Counts).Append(run.Totals), counts =>
            Assert.Equal(counts.Requested, counts.Accepted + counts.Rejected + counts.Failed + counts.Pending));

    private void Start(string name, string service, string assembly, IReadOnlyDictionary<string, string>? further = null)
    {
        var settings = new Dictionary<string, string>(_settings.Concat(further ?? new Dictionary<string, string>())) { ["Bus:Uri"] = AddressFor(service) };
        _processes[name] = ServiceProcess.Start(Repository.Program(service, assembly), [], settings);
    }

    /// <summary>With an account of its own where the broker has such (tests/broker.sh): with the rights that the manifests give the service, and no more.</summary>
    private string AddressFor(string service) => Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ_ACCOUNTS") == "1"
        ? new UriBuilder(_broker) { UserName = service, Password = service }.Uri.ToString()
        : _broker;
}
