using System.Net;
using System.Text;
using System.Text.Json;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.LanguageModels.Facts;
using static DialInsight.InstructionEvolution.Tests.GateQueue;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_a_pool_is_moved
{
    private const string Cell = "domain=real-estate&scenario=buying&task=summarisation";

    private static readonly string s_pool = """
        {"id":"seed_task_1","name":"worries","instruction":"总结这位客户最担心的三件事。","instances":[{"input":"","output":"…"}],"is_classification":false}
        {"instruction":"Sum up in two sentences what the buyer is still waiting for.","input":"","output":"…"}

        {"text":"用一句话写下本次通话的结论。","language":"zh","origin":"other-model"}
        {"text":"用一句话写下本次通话的结论。","language":"zh"}
        {"text":"照抄{{dialogue}}"}
        not json
        {"text":"。。。"}
        {"text":"Tell the branch lead what to do next.","scenario":"nowhere"}
        """;

    [Fact]
    public async Task Every_line_is_answered_and_a_repetition_changes_nothing()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());

        HttpResponseMessage answer = await ImportAsync(host, s_pool, Cell);
        JsonElement first = await JsonAsync(answer), again = await JsonAsync(await ImportAsync(host, s_pool, Cell));

        Assert.Equal(HttpStatusCode.MultiStatus, answer.StatusCode);
        Assert.Equal((3, 1, 4), Counts(first));
        Assert.Equal((0, 4, 4), Counts(again));
        Assert.Equal([6, 7, 8, 9, 5], first.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal("is not valid JSON at byte 1", Text(first.GetProperty("lines")[1], "reason"));
        Assert.Empty(host.Facts.Approved);
    }

    [Fact]
    public async Task What_repeats_another_is_left_out_on_request()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await ImportAsync(host, """{"text":"总结这位客户最担心的三件事。"}""", Cell);

        string more = """
            {"text":"总结这位客户最担心的两件事。"}
            {"text":"写出经纪人答应过的每一件事。"}
            {"text":"写出经纪人答应过的所有事。"}
            """;
        Assert.Equal((1, 2, 0), Counts(await JsonAsync(await ImportAsync(host, more, $"{Cell}&maximumSimilarity=0.7"))));
        Assert.Equal(HttpStatusCode.BadRequest, (await ImportAsync(host, more, $"{Cell}&maximumSimilarity=7")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ImportAsync(host, more, $"{Cell}&as=anything")).StatusCode);
    }

    [Fact]
    public async Task Exemplars_are_shown_to_the_model_and_approved_ones_are_told_and_exported()
    {
        using DataFolder folder = new();
        List<SeedFacts> asked = [];
        WrittenModel model = new()
        {
            Seed = (facts, _) =>
            {
                asked.Add(facts);
                return WrittenModel.Seeds([.. WrittenModel.Good]);
            },
        };
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        await ImportAsync(host, """{"text":"总结这位客户最担心的三件事。"}""", Cell);
        await ImportAsync(host, """{"text":"写出经纪人答应过的每一件事。","origin":"other-model"}""", $"{Cell}&as=approved");
        await EvolutionHost.UntilAsync(() => Task.FromResult(host.Facts.Approved.Count == 1), "the approved one is told");

        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.OneRound));
        await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        Assert.Equal(8, asked[0].Examples.Count);
        Assert.Contains("写出经纪人答应过的每一件事。", asked[0].Examples);
        string[] exported = (await host.Http.GetStringAsync("/instructions/export?origin=other-model")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        JsonElement line = JsonDocument.Parse(Assert.Single(exported)).RootElement;
        Assert.Equal(("写出经纪人答应过的每一件事。", "approved", "local"), (Text(line, "text"), Text(line, "state"), Text(line, "approvedBy")));
        string[] tasks = (await host.Http.GetStringAsync("/instructions/export?format=self-instruct&state=curated&origin=human")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("\"is_classification\":false", tasks.Single(task => task.Contains("最担心", StringComparison.Ordinal)), StringComparison.Ordinal);

        using DataFolder elsewhere = new();
        await using EvolutionHost other = await EvolutionHost.StartAsync(elsewhere.Path, new WrittenModel());
        string all = await host.Http.GetStringAsync("/instructions/export");
        Assert.Equal((all.Count(character => character == '\n'), 0, 0), Counts(await JsonAsync(await ImportAsync(other, all, "as=approved"))));
    }

    [Theory]
    [InlineData("self_instruct_seed_tasks.jsonl")]
    [InlineData("belle_zh_seed_tasks.jsonl")]
    public async Task Published_seed_tasks_are_taken_in(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "../../../../../../shared/data/instructions", file);
        if (!File.Exists(path))
            Assert.Skip($"{file} is not beside this checkout.");
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());

        JsonElement outcome = await JsonAsync(await ImportAsync(host, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), Cell));

        Assert.True(Counts(outcome) == (175, 0, 0), outcome.ToString());
    }

    [Fact]
    public async Task A_line_without_end_costs_itself_alone()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        string body = $"{{\"text\":\"{new string('长', 1_000_000)}\"}}\n{{\"text\":\"总结这位客户最担心的三件事。\"}}";

        JsonElement outcome = await JsonAsync(await ImportAsync(host, body, Cell));

        Assert.Equal((1, 0, 1), Counts(outcome));
        Assert.Equal("is longer than 1 MiB", Text(outcome.GetProperty("lines")[0], "reason"));
    }

    private static (int Added, int Known, int Refused) Counts(JsonElement outcome) =>
        (outcome.GetProperty("added").GetInt32(), outcome.GetProperty("known").GetInt32(), outcome.GetProperty("refused").GetInt32());

    private static Task<HttpResponseMessage> ImportAsync(EvolutionHost host, string body, string query) =>
        host.Http.PostAsync($"/instructions/import?{query}", new StringContent(body, Encoding.UTF8, "application/x-ndjson"));
}
