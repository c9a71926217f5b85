using DialInsight.LanguageModels.Spending;
using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_spend_is_kept
{
    private static readonly (string, string)[] s_prices = [("LanguageModel:PricePerMillionInput", "1"), ("LanguageModel:PricePerMillionOutput", "1")];

    [Fact]
    public async Task Should_sum_it_by_run_purpose_and_model_for_every_process()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "0123456789" });
        await AskAsync(place.Open(s_prices), "one", ModelPurpose.Label, "12345");
        await AskAsync(place.Open(s_prices), "one", ModelPurpose.Label, "54321");
        await AskAsync(place.Open(s_prices), "one", ModelPurpose.Judge, "98765");
        await AskAsync(place.Open(s_prices), "two", ModelPurpose.Label, "00000");

        IReadOnlyList<SpendLine> lines = await place.Open(s_prices).Spend.TotalsAsync(null, null, TestContext.Current.CancellationToken);

        // 24 characters of the system message, 5 of the user's, 10 of the answer.
        Assert.Equal(
            [("one", "judge", 1, 29L, 10L, 39m / 1_000_000), ("one", "label", 2, 58L, 20L, 78m / 1_000_000), ("two", "label", 1, 29L, 10L, 39m / 1_000_000)],
            lines.Select(line => (line.Run, line.Spend.Purpose, line.Spend.Calls, line.Spend.InputTokens, line.Spend.OutputTokens, line.Spend.Cost)));
        Assert.Equal("two", Assert.Single(await place.Open(s_prices).Spend.TotalsAsync("two", null, TestContext.Current.CancellationToken)).Run);
    }

    [Fact]
    public async Task Should_sum_what_people_asked_for_by_account()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.Open(s_prices);
        foreach (string batch in (string[])["batch/a", "batch/b", "batch/b"])
            await host.Labeller.AnswerAsync(ModelPlace.Request($"{batch} {Guid.NewGuid()}") with { Account = batch, Purpose = ModelPurpose.Seed }, TestContext.Current.CancellationToken);
        await AskAsync(host, "one", ModelPurpose.Label, "12345");

        IReadOnlyList<SpendLine> lines = await place.Open(s_prices).Spend.TotalsAsync(null, null, TestContext.Current.CancellationToken);

        Assert.Equal([("", "batch/a", 1), ("", "batch/b", 2), ("one", "", 1)], lines.Select(line => (line.Run, line.Account, line.Spend.Calls)));
        Assert.Equal(2, Assert.Single(await host.Spend.TotalsAsync(null, "batch/b", TestContext.Current.CancellationToken)).Spend.Calls);
    }

    [Fact]
    public async Task Should_tell_the_cost_of_one_call_to_every_asker_of_the_work_that_it_is_bought_for()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 200 });
        ModelPlace.Host host = place.Open();
        ModelRequest request = ModelPlace.Request("Hello") with { Run = "one", Work = "prompt-1" };

        ModelAnswer[] answers = await Task.WhenAll(
            ((ModelRequest[])[request, request, request with { Work = "prompt-2" }]).Select(asked => host.Labeller.AnswerAsync(asked, TestContext.Current.CancellationToken)));

        Assert.Single(place.Ledger.Entries);
        Assert.Equal([1, 1, 0], answers.Select(answer => answer.Spend.Calls));
    }

    [Fact]
    public async Task Should_count_what_the_cache_answered()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.Open();
        await AskAsync(host, "one", ModelPurpose.Label, "a", "b");
        await AskAsync(host, "two", ModelPurpose.Label, "a", "b");

        SpendLine second = Assert.Single(await host.Spend.TotalsAsync("two", null, TestContext.Current.CancellationToken));

        Assert.Equal((0, 2L), (second.Spend.Calls, second.Hits));
    }

    [Fact]
    public async Task Should_tell_again_what_an_answer_cost_to_the_work_that_paid_for_it()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelRequest request = ModelPlace.Request("Hello") with { Run = "one", Work = "attempt-1" };
        await place.Open().Labeller.AnswerAsync(request, TestContext.Current.CancellationToken);

        // Another process: the first was killed before it could keep the answer's spend.
        ModelPlace.Host next = place.Open();
        ModelAnswer again = await next.Labeller.AnswerAsync(request, TestContext.Current.CancellationToken);
        ModelAnswer others = await next.Labeller.AnswerAsync(request with { Work = "attempt-2" }, TestContext.Current.CancellationToken);

        Assert.Equal((1, 0), (again.Spend.Calls, others.Spend.Calls));
        Assert.Equal(1, Assert.Single(await next.Spend.TotalsAsync("one", null, TestContext.Current.CancellationToken)).Spend.Calls);
    }

    private static async Task AskAsync(ModelPlace.Host host, string run, string purpose, params string[] texts)
    {
        foreach (string text in texts)
            await host.Labeller.AnswerAsync(ModelPlace.Request(text) with { Run = run, Purpose = purpose }, TestContext.Current.CancellationToken);
    }
}
