using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.LanguageModels.Spending;
using DialInsight.PromptAssembly.Tests.Fixtures;
using DialInsight.ScriptedModel;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_merge_is_previewed
{
    private const string Wish = """{ "domain": "library", "language": "en", "task": "summary" }""";
    private const string Asked = """{ "domain": "library", "language": "en", "task": "summary", "merge": true }""";

    [Fact]
    public async Task It_is_asked_for_once_on_an_account_and_shown_at_once_from_then_on()
    {
        await using ScriptedModelServer model = await SayingAsync("Read the talk and tell in one sentence what was agreed.");
        await using PromptHost host = await StartAsync(model);

        JsonElement before = await PreviewAsync(host, Wish);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("merge").GetProperty("narrative").ValueKind);
        JsonElement expected = before.GetProperty("merge").GetProperty("expected");
        Assert.True(expected.GetProperty("inputTokens").GetInt32() > expected.GetProperty("outputTokens").GetInt32());
        Assert.True(expected.GetProperty("cost").GetDecimal() > 0);
        Assert.Equal(0, model.Ledger.Count);

        JsonElement bought = (await PreviewAsync(host, Asked)).GetProperty("merge").GetProperty("narrative");
        Assert.Equal("Read the talk and tell in one sentence what was agreed.", bought.GetProperty("text").GetString());
        Assert.True(bought.GetProperty("isUsed").GetBoolean());
        Assert.Equal(1, bought.GetProperty("spend").GetProperty("calls").GetInt64());

        JsonElement kept = (await PreviewAsync(host, Wish)).GetProperty("merge").GetProperty("narrative");
        Assert.Equal(bought.GetProperty("text").GetString(), kept.GetProperty("text").GetString());
        Assert.Equal(0, kept.GetProperty("spend").GetProperty("calls").GetInt64());
        await PreviewAsync(host, Asked);
        Assert.Equal(1, model.Ledger.Count);
        SpendLine line = Assert.Single(await host.Get<ISpendLog>().TotalsAsync(null, null, default), line => line.Spend.Calls > 0);
        Assert.Equal(("", "templates/library", 1), (line.Run, line.Account, (int)line.Spend.Calls));
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_told_with_the_placeholder()
    {
        await using ScriptedModelServer model = await SayingAsync("Tell {{ roles }} what was agreed.");
        await using PromptHost host = await StartAsync(model);

        JsonElement narrative = (await PreviewAsync(host, Asked)).GetProperty("merge").GetProperty("narrative");

        Assert.False(narrative.GetProperty("isUsed").GetBoolean());
        JsonElement problem = narrative.GetProperty("problem");
        Assert.Equal(("placeholderLeft", "{{ roles }}"), (problem.GetProperty("fault").GetString(), problem.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Who_may_only_look_sees_what_is_kept_and_has_no_model_asked()
    {
        await using ScriptedModelServer model = await SayingAsync("Tell what was agreed.");
        await using PromptHost host = await StartAsync(model, "--Auth:Keys=vera:viewer:vera-key-1");
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", "vera-key-1");

        Assert.Equal(JsonValueKind.Null, (await PreviewAsync(host, Wish)).GetProperty("merge").GetProperty("narrative").ValueKind);
        using HttpResponseMessage refused = await host.PostJsonAsync("/templates/preview", Asked);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0, model.Ledger.Count);
    }

    [Fact]
    public async Task A_model_that_is_free_is_asked_at_once()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 1, instructions: 1);

        JsonElement narrative = (await PreviewAsync(host, Wish)).GetProperty("merge").GetProperty("narrative");

        Assert.NotEqual("", narrative.GetProperty("text").GetString());
    }

    private static Task<ScriptedModelServer> SayingAsync(string answer) => ScriptedModelServer.StartAsync(new ScriptedModelOptions { Responder = _ => answer });

    private static Task<PromptHost> StartAsync(ScriptedModelServer model, params string[] settings) => PromptHost.StartAsync(
        1, 1, false,
        ["--LanguageModel:Provider=OpenAI", $"--LanguageModel:Endpoint={model.Endpoint}", "--LanguageModel:Model=scripted", "--LanguageModel:ApiKey=k", "--LanguageModel:PricePerMillionInput=10", "--LanguageModel:PricePerMillionOutput=30", .. settings]);

    private static async Task<JsonElement> PreviewAsync(PromptHost host, string request)
    {
        using HttpResponseMessage answer = await host.PostJsonAsync("/templates/preview", request);
        JsonElement preview = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, preview.ToString());
        return preview;
    }
}
