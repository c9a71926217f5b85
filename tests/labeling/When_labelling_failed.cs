using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.Labeling;
using DialInsight.Labeling.Tests.Fixtures;
using DialInsight.ScriptedModel;

namespace DialInsight.Labeling.Tests;

public sealed class When_labelling_failed
{
    private static readonly ScriptRule[] s_rules =
    [
        new ScriptRule { Do = ScriptedBehaviour.Refuse, Matches = "for (2|3) more" },
        new ScriptRule { Do = ScriptedBehaviour.CutOff, Matches = "for 4 more" },
    ];

    [Fact]
    public async Task Should_list_failures_by_run_and_class()
    {
        await using LabelingHost host = await FailedAsync();

        Assert.Equal(3, Items(await host.GetAsync("/failures")).Length);
        Assert.Equal(2, Items(await host.GetAsync("/failures?run=run&class=refused")).Length);
        JsonElement cut = Assert.Single(Items(await host.GetAsync("/failures?class=truncated")));
        Assert.Equal((2, "truncated", "transcript-2"), (cut.GetProperty("slot").GetInt32(), cut.GetProperty("class").GetString(), cut.GetProperty("transcript").GetString()));
        Assert.Empty(Items(await host.GetAsync("/failures?run=another")));
        Assert.Equal("""{"refused":2,"truncated":1}""", string.Concat("{", string.Join(',', (await host.GetAsync("/failures/counts")).EnumerateObject().OrderBy(count => count.Name, StringComparer.Ordinal)), "}"));
        Assert.Empty((await host.GetAsync("/failures/counts?run=another")).EnumerateObject());
    }

    [Fact]
    public async Task Should_tell_all_that_is_known_of_one()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = ScriptedBehaviour.AnswerWrongChoices }]);
        string id = Some.Assignment().AttemptId;
        await host.PublishAsync(Some.Request());
        await LabelingHost.UntilAsync(() => !host.Told.Failures.IsEmpty, "the failure");
        await host.PostAsync("/failures/redrive", new { ids = new[] { id } });

        JsonElement failure = await host.GetAsync($"/failures/{id}");

        Assert.Equal("invalidAnswer", failure.GetProperty("failure").GetProperty("class").GetString());
        Assert.Contains("atlas", failure.GetProperty("request")[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        JsonElement[] history = [.. failure.GetProperty("history").EnumerateArray()];
        Assert.Equal(["label", "repair"], history.Select(asking => asking.GetProperty("purpose").GetString()));
        Assert.All(history, asking => Assert.Contains("mood", asking.GetProperty("problems")[0].GetString(), StringComparison.Ordinal));
        Assert.All(history, asking => Assert.Contains("mood", asking.GetProperty("answer").GetString(), StringComparison.Ordinal));
        Assert.Equal(2, failure.GetProperty("spend").EnumerateArray().Sum(spend => spend.GetProperty("calls").GetInt32()));
        Assert.NotEqual(JsonValueKind.Null, failure.GetProperty("redrivenAt").ValueKind);
        using HttpResponseMessage none = await host.Client.GetAsync(new Uri("/failures/no-such", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Should_ask_for_a_new_attempt_once()
    {
        await using LabelingHost host = await FailedAsync();
        string id = Some.Assignment(slot: 0).AttemptId;

        Assert.Equal(1, Requested(await host.PostAsync("/failures/redrive", new { ids = new[] { id, "no such" } })));
        Assert.Equal(0, Requested(await host.PostAsync("/failures/redrive", new { ids = new[] { id } })));
        Assert.Equal(1, Requested(await host.PostAsync("/failures/redrive", new { run = "run", @class = "refused" })));
        Assert.Equal(1, Requested(await host.PostAsync("/failures/redrive", new { run = "run" })));

        await LabelingHost.UntilAsync(() => host.Told.Redrives.Count == 3, "three redrives");
        RedriveRequested redrive = Assert.Single(host.Told.Redrives.Values, fact => fact.AttemptId == id);
        Assert.Equal(("run", "lending/mood", 0), (redrive.RunId, redrive.CellId, redrive.Slot));
    }

    [Fact]
    public async Task Should_refuse_a_redrive_of_nothing()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([]);
        using HttpResponseMessage response = await host.Client.PostAsJsonAsync(new Uri("/failures/redrive", UriKind.Relative), new { });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Should_sum_what_was_spent_on_labels_and_on_failures()
    {
        await using LabelingHost host = await FailedAsync();
        await host.PublishAsync(Some.Request(Some.Assignment(slot: 8)));
        await host.PublishAsync(Some.Request(Some.Assignment("other", slot: 9)));
        await LabelingHost.UntilAsync(() => host.Told.Labels.Count == 2, "two labels");

        JsonElement row = Assert.Single((await host.GetAsync("/spend?run=run")).EnumerateArray());
        Assert.Equal(4, row.GetProperty("calls").GetInt32());
        long input = row.GetProperty("inputTokens").GetInt64();
        Assert.True(input > 0);
        Assert.Equal(input / 1_000_000m, row.GetProperty("cost").GetDecimal());
        Assert.Equal(2, (await host.GetAsync("/spend")).GetArrayLength());
    }

    private static async Task<LabelingHost> FailedAsync()
    {
        LabelingHost host = await LabelingHost.StartAsync(s_rules);
        for (int slot = 0; slot < 3; slot++)
            await host.PublishAsync(Some.Request(Some.Assignment(slot: slot)));
        await LabelingHost.UntilAsync(() => host.Told.Failures.Count == 3, "three failures");
        return host;
    }

    private static JsonElement[] Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static int Requested(JsonElement answer) => answer.GetProperty("requested").GetInt32();
}
