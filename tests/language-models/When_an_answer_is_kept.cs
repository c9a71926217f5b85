using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_an_answer_is_kept
{
    [Fact]
    public async Task Should_answer_the_same_request_again_without_a_call()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        (string, string)[] prices = [("LanguageModel:PricePerMillionInput", "1"), ("LanguageModel:PricePerMillionOutput", "2")];

        ModelAnswer bought = await place.Open(prices).AskAsync("Hello there");
        ModelAnswer kept = await place.Open(prices).AskAsync("Hello there");

        Assert.Equal(bought.Text, kept.Text);
        Assert.False(bought.FromCache);
        Assert.True(kept.FromCache);
        Assert.Equal(1, bought.Spend.Calls);
        Assert.Equal((0, 0, 0, 0m), (kept.Spend.Calls, kept.Spend.InputTokens, kept.Spend.OutputTokens, kept.Spend.Cost));
        Assert.Equal(1, place.Ledger.Count);
    }

    [Theory]
    [InlineData(ScriptedBehaviour.CutOff)]
    [InlineData(ScriptedBehaviour.Refuse)]
    public async Task Should_keep_how_it_ended(ScriptedBehaviour behaviour)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = behaviour });

        ModelAnswer bought = await place.Open().AskAsync("Hello");
        ModelAnswer kept = await place.Open().AskAsync("Hello");

        Assert.Equal((bought.Text, bought.Model, bought.Stop), (kept.Text, kept.Model, kept.Stop));
        Assert.Equal(1, place.Ledger.Count);
    }

    [Fact]
    public async Task Should_not_keep_a_failure()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 404 });
        ModelPlace.Host host = place.Open();
        await Assert.ThrowsAsync<ModelRefusedRequestException>(() => host.AskAsync("Hello"));
        place.Server.Play(ModelScript.Obliging);

        Assert.False((await host.AskAsync("Hello")).FromCache);
    }

    [Fact]
    public async Task Should_ask_anew_for_whatever_decides_the_answer()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.Open();
        ModelRequest request = ModelPlace.Request("Hello");
        ModelRequest[] different =
        [
            request,
            request with { Draw = 1 },
            request with { Temperature = 0.5 },
            request with { MaximumOutputTokens = 10 },
            request with { ResponseSchema = """{"type":"boolean"}""" },
            request with { Messages = [.. request.Messages, new ModelMessage("assistant", "")] },
        ];

        foreach (ModelRequest one in different)
            Assert.False((await host.Labeller.AnswerAsync(one, TestContext.Current.CancellationToken)).FromCache);
        ModelRequest same = request with { Purpose = ModelPurpose.Merge, Transcripts = ["t1"] };
        Assert.True((await host.Labeller.AnswerAsync(same, TestContext.Current.CancellationToken)).FromCache);
    }

    [Fact]
    public async Task Should_share_one_call_among_those_who_ask_at_once()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 200 });
        ModelPlace.Host host = place.Open();

        ModelAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.AskAsync("Hello")));

        Assert.Equal(1, place.Ledger.Count);
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Equal(1, answers.Sum(answer => answer.Spend.Calls));
        Assert.Equal(19, answers.Count(answer => answer.FromCache));
    }

    [Fact]
    public async Task Should_go_on_for_the_others_when_one_gives_up()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 300 });
        ModelPlace.Host host = place.Open();
        using var giveUp = new CancellationTokenSource();
        Task<ModelAnswer> impatient = host.Labeller.AnswerAsync(ModelPlace.Request("Hello"), giveUp.Token);
        Task<ModelAnswer> patient = host.AskAsync("Hello");

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Equal(1, (await patient).Spend.Calls);
        Assert.Equal(1, place.Ledger.Count);
    }

    [Fact]
    public async Task Should_keep_what_was_paid_even_if_nobody_waits_any_more()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 100 });
        ModelPlace.Host host = place.Open();
        using var giveUp = new CancellationTokenSource();
        Task<ModelAnswer> impatient = host.Labeller.AnswerAsync(ModelPlace.Request("Hello"), giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        // Whether this joins the call that is still on its way or finds its answer: it makes none of its own.
        await host.AskAsync("Hello");

        Assert.True((await place.Open().AskAsync("Hello")).FromCache);
        Assert.Equal(1, place.Ledger.Count);
    }

    [Fact]
    public async Task Should_agree_on_one_answer_when_two_processes_buy_it_at_once()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(
            new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "one", Until = 1, LatencyMilliseconds = 2000 },
            new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "two", LatencyMilliseconds = 2000 });
        ModelPlace.Host first = place.Open(), second = place.Open();

        ModelAnswer[] answers = await Task.WhenAll(first.AskAsync("Hello"), second.AskAsync("Hello"));

        Assert.Equal(2, answers.Sum(answer => answer.Spend.Calls));
        Assert.Equal(answers[0].Text, answers[1].Text);
        Assert.Equal(answers[0].Text, (await place.Open().AskAsync("Hello")).Text);
    }

    [Fact]
    public async Task Should_forget_what_quotes_an_erased_transcript()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.Open();
        await host.AskAsync("about one", null, 0, "t1");
        await host.AskAsync("about two", null, 0, "t2");
        await host.AskAsync("about both", null, 0, "t2", "t1");

        Assert.Equal(2, await host.Cache.EraseTranscriptAsync("t1", TestContext.Current.CancellationToken));
        Assert.Equal(0, await host.Cache.EraseTranscriptAsync("t1", TestContext.Current.CancellationToken));

        Assert.True((await host.AskAsync("about two", null, 0, "t2")).FromCache);
        Assert.False((await host.AskAsync("about one", null, 0, "t1")).FromCache);
        Assert.False((await host.AskAsync("about both", null, 0, "t2", "t1")).FromCache);
    }

    [Fact]
    public async Task Should_not_keep_an_answer_that_comes_after_the_erasure()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 200 });
        ModelPlace.Host host = place.Open();
        Task<ModelAnswer> late = host.AskAsync("about one", null, 0, "t1");
        await host.Cache.EraseTranscriptAsync("t1", TestContext.Current.CancellationToken);
        await late;

        Assert.False((await host.AskAsync("about one", null, 0, "t1")).FromCache);
    }
}
