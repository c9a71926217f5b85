using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_there_are_several_endpoints
{
    [Fact]
    public async Task Should_share_calls_by_weight()
    {
        await using ModelPlace big = await ModelPlace.StartAsync(), small = await ModelPlace.StartAsync();
        ModelPlace.Host host = Open(big, small, ("Endpoints:0:Weight", "3"));

        for (int i = 0; i < 40; i++)
            await host.AskAsync($"{i}");

        Assert.Equal((30, 10), (big.Ledger.Count, small.Ledger.Count));
    }

    [Fact]
    public async Task Should_keep_the_answers_of_all_as_one_models()
    {
        await using ModelPlace one = await ModelPlace.StartAsync(), other = await ModelPlace.StartAsync();
        await Open(one, other).AskAsync("Hello");

        Assert.True((await Open(one, other).AskAsync("Hello")).FromCache);
        Assert.Equal(1, one.Ledger.Count + other.Ledger.Count);
    }

    [Theory]
    [InlineData(ScriptedBehaviour.Fail)]
    [InlineData(ScriptedBehaviour.Throttle)]
    [InlineData(ScriptedBehaviour.Reset)]
    public async Task Should_go_on_with_the_one_that_answers(ScriptedBehaviour failure)
    {
        await using ModelPlace bad = await ModelPlace.StartAsync(new ScriptRule { Do = failure, RetryAfterSeconds = 30 }), good = await ModelPlace.StartAsync();
        ModelPlace.Host host = Open(bad, good);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => host.AskAsync($"{i}")));

        Assert.Equal(60, good.Ledger.Entries.Count(entry => entry.Status == 200));
    }

    [Fact]
    public async Task Should_ask_another_one_when_an_answer_takes_long_and_the_settings_say_so()
    {
        await using ModelPlace slow = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Hang }), fast = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "fast" });
        ModelPlace.Host host = Open(slow, fast, ("HedgeAfterSeconds", "5"), ("Endpoints:0:Weight", "100"));

        Assert.Equal("fast", (await host.AskAsync("Hello")).Text);
        await ModelPlace.Until(() => slow.Ledger.Count == 1);
    }

    [Fact]
    public async Task Should_ask_one_only_where_they_do_not()
    {
        await using ModelPlace slow = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "slow", LatencyMilliseconds = 400 }), fast = await ModelPlace.StartAsync();
        ModelPlace.Host host = Open(slow, fast, ("Endpoints:0:Weight", "100"));

        Assert.Equal("slow", (await host.AskAsync("Hello")).Text);
        Assert.Equal(0, fast.Ledger.Count);
    }

    private static ModelPlace.Host Open(ModelPlace first, ModelPlace second, params (string, string)[] settings) =>
        first.OpenSeveral([("Endpoints:0:Endpoint", first.Server.Endpoint.ToString()), ("Endpoints:1:Endpoint", second.Server.Endpoint.ToString()), .. settings]);
}
