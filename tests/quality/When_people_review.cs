using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Reviews;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.Storage;

namespace DialInsight.Quality.Tests;

public sealed class When_people_review
{
    [Fact]
    public async Task Should_put_their_decision_in_place_of_the_judges_and_keep_both()
    {
        await using QualityHost host = await StartAsync(1);
        string id = Some.Assignment().AttemptId;
        HttpResponseMessage answer = await host.Client.PostAsJsonAsync($"/reviews/{id}", new { level = "low", reason = "it leaves the date out" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 2, "the override");

        SampleJudged told = host.Told.Judged.Single(fact => fact.Revision == 1);
        Assert.Equal((JudgementOutcome.Rejected, "local"), (told.Outcome, told.DecidedBy));
        Assert.Empty(told.Spend);
        Judgement kept = (await host.Get<IDocumentCollection<Judgement>>().FindAsync(id, TestContext.Current.CancellationToken))!.Document;
        Assert.Equal((JudgementOutcome.Accepted, "judge/1"), (kept.Earlier.Single().Outcome, kept.Earlier.Single().By));
    }

    [Fact]
    public async Task Should_not_put_a_decision_in_place_of_one_that_came_after_the_sample_was_given_out()
    {
        await using QualityHost host = await StartAsync(1);
        JsonElement given = await host.Client.GetFromJsonAsync<JsonElement>("/reviews/next?run=run");
        string id = given.GetProperty("id").GetString()!;
        int revision = given.GetProperty("revision").GetInt32();
        await host.Client.PostAsJsonAsync($"/reviews/{id}", new { level = "high", reason = "another page" });

        HttpResponseMessage late = await host.Client.PostAsJsonAsync($"/reviews/{id}", new { level = "low", reason = "what I saw before", revision });
        JsonElement problem = await late.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.Conflict, "https://dialinsight.dev/problems/review-superseded"), (late.StatusCode, problem.GetProperty("type").GetString()));
        Assert.Contains("local decided high", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(QualityLevel.High, (await host.Get<IDocumentCollection<Judgement>>().FindAsync(id, TestContext.Current.CancellationToken))!.Document.Level);

        // Who has read what stands may replace it all the same.
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsJsonAsync($"/reviews/{id}", new { level = "low", reason = "still", revision = revision + 1 })).StatusCode);
    }

    [Fact]
    public async Task Should_open_the_slot_of_a_sample_that_is_put_down_and_close_it_to_one_that_is_put_up_too_late()
    {
        await using QualityHost host = await StartAsync(1);
        string first = Some.Assignment().AttemptId;
        await host.Client.PostAsJsonAsync($"/reviews/{first}", new { level = "low", reason = "wrong" });
        await host.PublishAsync(Some.Labeled(Some.Assignment(number: 1)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 3, "the next attempt's judgement");
        Assert.Equal(JudgementOutcome.Accepted, host.Told.Judged.Single(fact => fact.Number == 1).Outcome);

        await host.Client.PostAsJsonAsync($"/reviews/{first}", new { level = "high", reason = "right after all" });
        await QualityHost.UntilAsync(() => host.Told.Judged.Any(fact => fact.Revision == 2), "the second override");
        Assert.Equal(JudgementOutcome.Surplus, host.Told.Judged.Single(fact => fact.Revision == 2).Outcome);
    }

    [Fact]
    public async Task Should_give_undecided_samples_first_with_the_votes_and_others_blind()
    {
        await using QualityHost host = await StartAsync(3, undecidedSlot: 1);
        JsonElement first = await host.Client.GetFromJsonAsync<JsonElement>("/reviews/next?run=run");
        Assert.Equal(Some.Assignment(slot: 1).AttemptId, first.GetProperty("id").GetString());
        Assert.False(first.GetProperty("blind").GetBoolean());
        Assert.Equal(3, first.GetProperty("votes").GetArrayLength());

        await host.Client.PostAsJsonAsync($"/reviews/{first.GetProperty("id").GetString()}", new { level = "high", reason = "fine" });
        JsonElement second = await host.Client.GetFromJsonAsync<JsonElement>("/reviews/next?run=run");
        Assert.True(second.GetProperty("blind").GetBoolean());
        Assert.Equal(0, second.GetProperty("votes").GetArrayLength());
    }

    [Fact]
    public async Task Should_never_give_one_sample_to_two_people()
    {
        await using QualityHost host = await StartAsync(6);
        var queue = host.Get<ReviewQueue>();
        Judgement?[] given = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(person => queue.NextAsync("run", null, $"person-{person}", [], TestContext.Current.CancellationToken)));
        string[] ids = [.. given.OfType<Judgement>().Select(judgement => judgement.Id)];
        Assert.Equal(6, ids.Length);
        Assert.Equal(6, ids.Distinct().Count());
        Assert.Equal(HttpStatusCode.NoContent, (await host.Client.GetAsync("/reviews/next?run=run")).StatusCode);
        HttpResponseMessage late = await host.Client.PostAsJsonAsync($"/reviews/{ids[0]}", new { level = "low", reason = "mine" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Should_give_another_sample_for_one_that_is_skipped_and_the_skipped_one_to_others()
    {
        await using QualityHost host = await StartAsync(2);
        string first = await NextIdAsync(host, "/reviews/next?run=run");
        string second = await NextIdAsync(host, $"/reviews/next?run=run&skip={Uri.EscapeDataString(first)}");
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Client.GetAsync($"/reviews/next?run=run&skip={Uri.EscapeDataString(first)}&skip={Uri.EscapeDataString(second)}")).StatusCode);

        Judgement? others = await host.Get<ReviewQueue>().NextAsync("run", null, "somebody-else", [], TestContext.Current.CancellationToken);
        Assert.NotNull(others);
        string many = string.Concat(Enumerable.Range(0, 101).Select(number => $"&skip={number}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.GetAsync($"/reviews/next?run=run{many}")).StatusCode);
    }

    [Fact]
    public async Task Should_leave_somebody_elses_sample_with_them_whoever_skips_it()
    {
        await using QualityHost host = await StartAsync(1);
        var queue = host.Get<ReviewQueue>();
        Judgement held = (await queue.NextAsync("run", null, "holder", [], TestContext.Current.CancellationToken))!;

        await host.Client.GetAsync($"/reviews/next?run=run&skip={Uri.EscapeDataString(held.Id)}");

        Assert.Null(await queue.NextAsync("run", null, "third", [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_show_the_prompt_and_tell_how_people_and_judge_agree_by_peoples_first_word()
    {
        await using QualityHost host = await StartAsync(3);
        JsonElement item = await host.Client.GetFromJsonAsync<JsonElement>("/reviews/next?run=run");
        Assert.Equal(Some.Assignment().Prompt.After, item.GetProperty("prompt").GetProperty("after").GetString());

        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 0).AttemptId}", new { level = "low", reason = "wrong" });
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 0).AttemptId}", new { level = "high", reason = "the judge says so" });
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 1).AttemptId}", new { level = "high", reason = "right" });

        JsonElement agreement = await host.Client.GetFromJsonAsync<JsonElement>("/reviews/agreement?run=run");
        Assert.Equal(2, agreement.GetProperty("reviewed").GetInt32());
        JsonElement counts = agreement.GetProperty("matrix").GetProperty("counts");
        Assert.Equal((1, 0, 1), (counts[0][0].GetInt32(), counts[1][0].GetInt32(), counts[2][0].GetInt32()));
        Assert.Equal(0.5, agreement.GetProperty("agreement").GetProperty("observed").GetDouble(), 9);
        Assert.Equal(0, (await host.Client.GetFromJsonAsync<JsonElement>("/reviews/agreement?run=other")).GetProperty("reviewed").GetInt32());
    }

    private static async Task<string> NextIdAsync(QualityHost host, string path) => (await host.Client.GetFromJsonAsync<JsonElement>(path)).GetProperty("id").GetString()!;

    [Fact]
    public async Task Should_find_a_sample_by_its_id_escaped_or_not()
    {
        await using QualityHost host = await StartAsync(1);
        string id = Some.Assignment().AttemptId;
        foreach (string path in (string[])[id, Uri.EscapeDataString(id)])
        {
            JsonElement found = await host.Client.GetFromJsonAsync<JsonElement>($"/samples/{path}");
            Assert.Equal(id, found.GetProperty("sample").GetProperty("id").GetString());
            Assert.Equal("accepted", found.GetProperty("judgement").GetProperty("outcome").GetString());
        }

        JsonElement page = await host.Client.GetFromJsonAsync<JsonElement>("/judgements?run=run&outcome=accepted");
        Assert.Equal(1, page.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"reason":"no level"}""", "level")]
    [InlineData("""{"level":"high","reason":" "}""", "reason")]
    [InlineData("""{"level":"high","reason":"edited","answer":"short"}""", "answer")]
    public async Task Should_refuse_a_review_and_say_which_field(string body, string field)
    {
        await using QualityHost host = await StartAsync(1);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await host.Client.PostAsync($"/reviews/{Some.Assignment().AttemptId}", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    private static async Task<QualityHost> StartAsync(int samples, int undecidedSlot = -1)
    {
        QualityHost host = await QualityHost.StartAsync(new ScriptedJudge
        {
            Answer = (facts, _) => facts.Assignment.Slot != undecidedSlot || facts.Vote == 0 ? ScriptedJudge.High
                : facts.Vote == 1 ? ScriptedJudge.Medium : ScriptedJudge.Low,
        });
        for (int slot = 0; slot < samples; slot++)
            await host.PublishAsync(Some.Labeled(Some.Assignment(slot: slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == samples, "judgements");
        return host;
    }
}
