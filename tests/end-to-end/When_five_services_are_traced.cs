using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>One sample is followed through five processes, from the transcript that came in to the release.</summary>
[Trait("Category", "Broker")]
[Collection(FiveServices.OneAtATime)]
public sealed class When_five_services_are_traced
{
    [Fact]
    public async Task A_sample_and_its_transcript_share_one_trace()
    {
        string broker = FiveServices.Broker();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 0, cancellationToken);
        await using SpanCollector collector = SpanCollector.Start();
        using var workspace = new Workspace();
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        collector.AddTo(settings);
        await using FiveServices services = await FiveServices.StartAsync(settings, broker, workspace, cancellationToken);

        long kept = await services.SendCallsAsync(cancellationToken);
        await services.Client("prompt-assembly").Runs.CreateAsync(Recipes.Extraction(2), $"traced-{Guid.NewGuid():N}", kept, cancellationToken);

        await Eventually.IsTrueAsync(
            () => Task.FromResult(collector.Spans.GroupBy(span => span.Trace).Any(IsWhole)), TimeSpan.FromSeconds(120), () => Longest(collector), cancellationToken);
    }

    /// <summary>From all five services, with the transcript, the request, the model's answers, the way of the facts and the release in it.</summary>
    private static bool IsWhole(IEnumerable<CollectedSpan> trace)
    {
        CollectedSpan[] spans = [.. trace];
        return FiveServices.Names.All(service => spans.Any(span => span.Service == service))
            && new[] { "transcript", "sample requested", "publish LabelRequested", "chat scripted-labeller", "chat scripted-judge", "publish SampleJudged", "sample released" }
                .All(name => spans.Any(span => span.Name == name));
    }

    private static string Longest(SpanCollector collector) => string.Join(
        '\n',
        collector.Spans.GroupBy(span => span.Trace).MaxBy(trace => trace.Select(span => span.Service).Distinct().Count())?.Select(span => $"{span.Service} {span.Name}") ?? []);
}
