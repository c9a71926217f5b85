using System.Net;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Answers;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.ScriptedModel;
using DialInsight.Storage;
using Microsoft.Extensions.Options;

namespace DialInsight.Quality.Tests;

public sealed class When_richness_is_by_embeddings
{
    private const string Cell = "lending/summary";

    [Fact]
    public async Task Should_name_model_dimension_and_threshold_in_report_card_and_manifest_and_count_what_it_cost()
    {
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync();
        await using QualityHost host = await StartAsync(model);
        JsonElement report = await ReleasedAsync(host);

        JsonElement metrics = report.GetProperty("metrics");
        Assert.Equal(("embedder (16 dimensions)", 0.75), (metrics.GetProperty("encoder").GetString(), metrics.GetProperty("threshold").GetDouble()));
        // One prompt, three dialogues and three answers, each asked about once.
        JsonElement spend = Assert.Single(report.GetProperty("spend").EnumerateArray(), line => line.GetProperty("purpose").GetString() == "embed");
        Assert.Equal(("embedder", 3), (spend.GetProperty("model").GetString(), spend.GetProperty("calls").GetInt32()));
        Assert.Equal(spend.GetProperty("inputTokens").GetInt64() * 2m / 1_000_000, spend.GetProperty("cost").GetDecimal());
        Assert.Contains("embedder (16 dimensions)", await host.Client.GetStringAsync("/reports/run.html"), StringComparison.Ordinal);
        JsonElement manifest = JsonDocument.Parse(await host.Client.GetStringAsync("/releases/desk-notes-v1/export?format=manifest")).RootElement;
        Assert.Equal("embedder (16 dimensions)", manifest.GetProperty("metrics").GetProperty("encoder").GetString());
        Assert.Contains("embedder (16 dimensions)", await host.Client.GetStringAsync("/releases/desk-notes-v1/export?format=card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_forget_the_vectors_of_an_erased_transcript()
    {
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync();
        await using QualityHost host = await StartAsync(model);
        await ReleasedAsync(host);

        // The dialogue's vector and the answer's.
        Assert.Equal(2, await host.Get<IAnswerCache>().EraseTranscriptAsync(Some.Assignment(slot: 1).TranscriptId, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_refuse_a_release_whose_texts_the_model_does_not_take_and_say_why()
    {
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { LongestEmbedded = 5 });
        await using QualityHost host = await StartAsync(model);
        await LabelAsync(host);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 3, 3)));
        await QualityHost.UntilAsync(() => host.Told.Refused.Length == 1, "a refusal");

        Assert.Equal("encoder", Assert.Single(host.Told.Refused[0].Failures).Measure);
        Assert.Contains("embedder at 127.0.0.1 answered 400", host.Told.Refused[0].Failures[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_start_without_a_model_to_embed_with()
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => QualityHost.StartAsync(settings: ["--Quality:Encoder=Embeddings"]));
        Assert.Contains("set Embedding:Model", refused.Message, StringComparison.Ordinal);
        refused = await Assert.ThrowsAsync<OptionsValidationException>(() => QualityHost.StartAsync(settings: ["--Quality:Encoder=Words"]));
        Assert.Contains("Quality:Encoder must be one of Tokens, Embeddings", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_503_while_the_model_is_away_and_go_on_when_it_is_back()
    {
        bool isAway = false;
        var time = new TestTime();
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { Embedding = _ => Task.FromResult<int?>(isAway ? 503 : null) });
        await using QualityHost host = await StartAsync(model, time);
        await ReleasedAsync(host);
        await ReleaseAgainAsync(host);
        await BeginAsync(host, "open");
        // What was asked before is kept, unless it is erased.
        await host.Get<IAnswerCache>().EraseTranscriptAsync(Some.Assignment(slot: 1).TranscriptId, TestContext.Current.CancellationToken);

        string[] paths = ["/reports/open", "/reports/open.html", "/releases/desk-notes-v1/diff/desk-notes-v2"];
        isAway = true;
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await host.Client.GetAsync(path);
            JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json", "https://dialinsight.dev/problems/model-unavailable"),
                (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, problem.GetProperty("type").GetString()));
            Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter!.Delta);
            Assert.NotEmpty(problem.GetProperty("requestId").GetString()!);
        }

        isAway = false;
        // An endpoint that keeps failing is left alone for a while.
        time.Elapse(TimeSpan.FromSeconds(30));
        foreach (string path in paths)
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Should_give_out_a_report_that_is_made_while_another_is_being_made()
    {
        var time = new TestTime();
        var asked = new TaskCompletionSource();
        var answered = new TaskCompletionSource();
        bool waits = false;
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions
        {
            Embedding = async cancellationToken =>
            {
                // The longer a report took, the longer it is given out again.
                time.Elapse(TimeSpan.FromSeconds(10));
                if (!waits)
                    return null;
                asked.TrySetResult();
                await answered.Task.WaitAsync(cancellationToken);
                return null;
            },
        });
        await using QualityHost host = await StartAsync(model, time);
        await BeginAsync(host, "first");
        await BeginAsync(host, "second");
        string made = await host.Client.GetStringAsync("/reports/first");

        waits = true;
        Task<string> second = host.Client.GetStringAsync("/reports/second");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(made, await host.Client.GetStringAsync("/reports/first").WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken));
        Assert.False(second.IsCompleted);
        answered.SetResult();
        Assert.Contains("embedder (16 dimensions)", await second, StringComparison.Ordinal);
    }

    private static async Task BeginAsync(QualityHost host, string run)
    {
        await host.PublishAsync(Some.Started(run, new RunCell { CellId = Cell, Scenario = "lending", TaskType = "summary", Target = 5, InstructionsWanted = 0 }));
        await QualityHost.UntilAsync(async () => await host.Get<IDocumentCollection<OpenRun>>().FindAsync(run, TestContext.Current.CancellationToken) is not null, "the run's beginning");
        int before = host.Told.Judged.Length;
        for (int slot = 0; slot < 2; slot++)
            await host.PublishAsync(Some.Labeled(Some.Assignment(run, slot: slot), $"The {run} reader may keep the atlas for {slot + 2} more weeks."));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == before + 2, "judgements");
    }

    private static async Task ReleaseAgainAsync(QualityHost host)
    {
        for (int slot = 0; slot < 2; slot++)
            await host.PublishAsync(Some.Labeled(Some.Assignment("again", slot: slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 5, "judgements");
        await host.PublishAsync(Some.Completed("again", Some.Cell(Cell, 2, 2)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 2, "a second release");
    }

    private static Task<QualityHost> StartAsync(ScriptedModelServer model, TimeProvider? time = null) => QualityHost.StartAsync(null, null, time, settings:
    [
        "--Quality:Encoder=embeddings", $"--Embedding:Endpoint={model.Endpoint}", "--Embedding:Model=embedder", "--Embedding:PricePerMillionInput=2",
    ]);

    private static async Task<JsonElement> ReleasedAsync(QualityHost host)
    {
        await LabelAsync(host);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 3, 3)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        return JsonDocument.Parse(await host.Client.GetStringAsync("/reports/run")).RootElement;
    }

    private static async Task LabelAsync(QualityHost host)
    {
        for (int slot = 0; slot < 3; slot++)
            await host.PublishAsync(Some.Labeled(Some.Assignment(slot: slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 3, "judgements");
    }
}
