using DialInsight.Client;
using DialInsight.Client.Transcripts;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>One sample is followed through five processes, from the transcript that came in to the release.</summary>
[Trait("Category", "Broker")]
public sealed class When_five_services_are_traced
{
    private static readonly (string Service, string Assembly)[] s_services =
    [
        ("ingest", "DialInsight.Ingest"),
        ("instruction-evolution", "DialInsight.InstructionEvolution"),
        ("prompt-assembly", "DialInsight.PromptAssembly"),
        ("labeling", "DialInsight.Labeling"),
        ("quality", "DialInsight.Quality"),
    ];

    [Fact]
    public async Task A_sample_and_its_transcript_share_one_trace()
    {
        string? broker = Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ");
        if (broker is null)
            Assert.Skip("No broker: set DIALINSIGHT_RABBITMQ to the address of a RabbitMQ (tests/broker.sh starts one).");

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 0, cancellationToken);
        await using SpanCollector collector = SpanCollector.Start();
        using var workspace = new Workspace();
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        settings["Bus:Transport"] = "RabbitMQ";
        settings["Bus:Uri"] = broker;
        DocumentServer.AddTo(settings, workspace);
        collector.AddTo(settings);
        Dictionary<string, ServiceProcess> services = [];
        try
        {
            foreach ((string service, string assembly) in s_services)
                services[service] = ServiceProcess.Start(Repository.Program(service, assembly), [], settings);
            await Task.WhenAll(services.Values.Select(process => process.ReadyAsync(cancellationToken)));

            foreach (string file in Directory.GetFiles(Repository.Path("samples", "transcripts", "real-estate"), "*.jsonl"))
            {
                await using FileStream content = File.OpenRead(file);
                await Client(services["ingest"]).Transcripts.SendAsync(content, Path.GetFileName(file), new IngestDefaults(Domain: "real-estate"), cancellationToken);
            }

            long kept = await Client(services["ingest"]).Transcripts.CountAsync(cancellationToken);
            await Client(services["prompt-assembly"]).Runs.CreateAsync(Recipes.Extraction(2), $"traced-{Guid.NewGuid():N}", kept, cancellationToken);

            await Eventually.IsTrueAsync(
                () => Task.FromResult(collector.Spans.GroupBy(span => span.Trace).Any(IsWhole)),
                TimeSpan.FromSeconds(120),
                () => string.Join('\n', collector.Spans.GroupBy(span => span.Trace).OrderByDescending(trace => trace.Select(span => span.Service).Distinct().Count()).Take(2)
                    .SelectMany(trace => trace.Select(span => $"{span.Trace} {span.Service} {span.Name}"))),
                cancellationToken);
        }
        finally
        {
            foreach (ServiceProcess service in services.Values)
                await service.DisposeAsync();
        }
    }

    /// <summary>From all five services, with the transcript, the request, the model's answers and the way of the facts in it.</summary>
    private static bool IsWhole(IEnumerable<CollectedSpan> trace)
    {
        CollectedSpan[] spans = [.. trace];
        return s_services.All(service => spans.Any(span => span.Service == service.Service))
            && new[] { "transcript", "sample requested", "publish LabelRequested", "chat scripted-labeller", "chat scripted-judge", "publish SampleJudged", "sample released" }
                .All(name => spans.Any(span => span.Name == name));
    }

    private static DialInsightClient Client(ServiceProcess process) => new(new HttpClient { BaseAddress = new Uri(process.Url) });
}
