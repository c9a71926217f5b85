using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.LanguageModels.Spending;
using DialInsight.ScriptedModel;
using static DialInsight.InstructionEvolution.Tests.GateQueue;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_an_operator_is_tuned
{
    private const string Better = "要求逐条附上说话人的原话。", Worse = "请把指令改得更好一些。";
    private static readonly string[] s_development = [.. WrittenModel.Good.Take(3)];

    [Fact]
    public async Task The_text_that_fails_least_is_used_from_then_on_and_every_text_is_kept_with_its_figures()
    {
        Queue<string> optimised = new([Method(Worse), "not json", Method("{{dialogue}}"), Method(Better)]);
        List<string> shown = [];
        await using ScriptedModelServer server = await StartServerAsync(request =>
        {
            shown.Add(request.UserText);
            return optimised.Dequeue();
        });
        using DataFolder folder = new();
        await using EvolutionHost host = await StartAsync(folder.Path, server);

        JsonElement asked = await JsonAsync(await TuneAsync(host, steps: 5, key: "k"));
        JsonElement tuning = await CompletedAsync(host, Text(asked, "id"));
        JsonElement again = await JsonAsync(await TuneAsync(host, steps: 5, key: "k"));

        JsonElement[] versions = [.. tuning.GetProperty("versions").EnumerateArray()];
        Assert.Equal(["add-constraint/1", $"add-constraint/tuned-{Text(asked, "id")[..8]}-1", $"add-constraint/tuned-{Text(asked, "id")[..8]}-4"], versions.Select(version => Text(version.GetProperty("method"), "reference")));
        Assert.Equal([1.0, 1.0, 0.0], versions.Select(version => version.GetProperty("failureRate").GetDouble()));
        Assert.Equal((2, 4, "completed"), (tuning.GetProperty("best").GetInt32(), tuning.GetProperty("step").GetInt32(), Text(tuning, "state")));
        Assert.Contains("Refusal | " + s_development[0], shown[0], StringComparison.Ordinal);
        Assert.Equal(Text(asked, "id"), Text(again, "id"));
        Assert.Equal(0, server.Ledger.Summary().Repeated);
        IReadOnlyList<SpendLine> paid = await host.Spend.TotalsAsync(null, $"tuning/{Text(asked, "id")}", TestContext.Current.CancellationToken);
        Assert.Equal(server.Ledger.Count, paid.Sum(line => line.Spend.Calls));

        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.OneRound with { Rounds = 7 }, wanted: 2));
        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));
        Assert.Contains(await host.InstructionsAsync(batch.Id), instruction => instruction.PromptVersion?.EndsWith($"+add-constraint/tuned-{Text(asked, "id")[..8]}-4", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Where_nothing_better_is_found_the_text_in_use_stays()
    {
        await using ScriptedModelServer server = await StartServerAsync(_ => Method(Worse));
        using DataFolder folder = new();
        await using EvolutionHost host = await StartAsync(folder.Path, server);

        JsonElement tuning = await CompletedAsync(host, Text(await JsonAsync(await TuneAsync(host, steps: 3, key: null)), "id"));

        Assert.Equal((0, 3, 2), (tuning.GetProperty("best").GetInt32(), tuning.GetProperty("step").GetInt32(), tuning.GetProperty("versions").GetArrayLength()));
        Assert.Equal(0, await host.Store.Methods.CountAsync(Storage.Query.All, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_tuning_out_of_bounds_is_refused_and_the_offline_annotator_says_that_it_cannot()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel { Evolve = _ => "no" });

        Assert.Equal(HttpStatusCode.BadRequest, (await TuneAsync(host, steps: 6, key: null)).StatusCode);
        JsonElement tuning = await CompletedAsync(host, Text(await JsonAsync(await TuneAsync(host, steps: 1, key: null)), "id"));
        Assert.Contains("cannot optimise", Text(tuning, "problem"), StringComparison.Ordinal);
    }

    private static string Method(string text) => JsonSerializer.Serialize(new { method = text });

    /// <summary>A model that refuses unless it is asked by the better text.</summary>
    private static Task<ScriptedModelServer> StartServerAsync(Func<ChatRequest, string> optimise) => ScriptedModelServer.StartAsync(new ScriptedModelOptions
    {
        Responder = request =>
        {
            string schema = request.Schema?.GetRawText() ?? "";
            if (schema.Contains("\"method\"", StringComparison.Ordinal))
                return optimise(request);
            if (!schema.Contains("\"gain\"", StringComparison.Ordinal))
                return WrittenModel.Seeds([.. WrittenModel.Good]);
            string instruction = request.UserText.TrimEnd().Split('\n')[^1];
            return request.UserText.Contains(Better, StringComparison.Ordinal) ? WrittenModel.Evolved($"{instruction}每一条都写明是谁说的，并引用当时的原话。") : "抱歉，我无法改写这条指令。";
        },
    });

    private static Task<EvolutionHost> StartAsync(string folder, ScriptedModelServer server) => EvolutionHost.StartAsync(
        folder, null, $"--LanguageModel:Endpoint={server.Endpoint}", "--LanguageModel:Model=scripted-model", "--Judge:Model=scripted-optimiser");

    private static Task<HttpResponseMessage> TuneAsync(EvolutionHost host, int steps, string? key) => host.Http.PostAsJsonAsync(
        "/instructions/operators/tunings",
        new { domain = "real-estate", scenario = "buying", taskType = "summarisation", language = "zh", @operator = "add-constraint", development = s_development, steps, key });

    private static async Task<JsonElement> CompletedAsync(EvolutionHost host, string id)
    {
        JsonElement tuning = default;
        await EvolutionHost.UntilAsync(
            async () => Text(tuning = await host.GetAsync($"/instructions/operators/tunings/{id}"), "state") == "completed", "the tuning is completed", () => tuning.ToString());
        return tuning;
    }
}
