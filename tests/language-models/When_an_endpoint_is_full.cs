using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_an_endpoint_is_full
{
    [Fact]
    public async Task Should_come_down_to_what_it_bears()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(
            new ScriptRule { Do = ScriptedBehaviour.Throttle, InFlightAbove = 8 },
            new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 20 });
        ModelPlace.Host host = place.Open(("LanguageModel:MaxConcurrency", "64"));

        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => host.AskAsync($"{i}")));

        // With 64 at once for ever, seven of eight tries would be throttled, and calls would run out of retries.
        LedgerSummary ledger = place.Ledger.Summary();
        Assert.Equal(600, ledger.Answered);
        Assert.InRange(ledger.ByStatus.GetValueOrDefault(429), 1, 600);
    }
}
