using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_a_key_is_refused
{
    public static TheoryData<ScriptRule> Refusals => new()
    {
        new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 401 },
        new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 403 },
        new ScriptRule { Do = ScriptedBehaviour.Throttle, Code = "insufficient_quota" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Should_say_so_once_and_make_no_more_calls(ScriptRule refusal)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(refusal);
        ModelPlace.Host host = place.Open();

        var first = await Assert.ThrowsAsync<ModelUnavailableException>(() => host.AskAsync("A secret"));
        var second = await Assert.ThrowsAsync<ModelUnavailableException>(() => host.AskAsync("Another secret"));

        Assert.Equal((true, true), (first.IsKeyRefused, first.IsNews));
        Assert.Equal((true, false), (second.IsKeyRefused, second.IsNews));
        Assert.Contains("check ApiKey", second.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", first.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, place.Ledger.Count);
    }

    [Fact]
    public async Task Should_ask_again_after_a_while_and_go_on()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 401 });
        ModelPlace.Host host = place.Open();
        await Assert.ThrowsAsync<ModelUnavailableException>(() => host.AskAsync("Hello"));
        place.Server.Play(ModelScript.Obliging);

        await Task.Delay(TimeSpan.FromSeconds(61), place.Time, TestContext.Current.CancellationToken);

        Assert.Equal(ModelStop.Finished, (await host.AskAsync("Hello")).Stop);
        Assert.Equal(ModelStop.Finished, (await host.AskAsync("Hello again")).Stop);
    }

    [Fact]
    public async Task Should_use_another_endpoint_where_there_is_one()
    {
        await using ModelPlace refusing = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 401 });
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.OpenSeveral(("Endpoints:0:Endpoint", refusing.Server.Endpoint.ToString()), ("Endpoints:1:Endpoint", place.Server.Endpoint.ToString()));

        foreach (int i in Enumerable.Range(0, 10))
            await host.AskAsync($"{i}");

        Assert.Equal((1, 10), (refusing.Ledger.Count, place.Ledger.Count));
    }
}
