using Microsoft.Extensions.Hosting;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_the_cache_is_full
{
    [Theory]
    [InlineData("MaximumEntries", "3", 3)]
    [InlineData("MaximumAgeDays", "1", 0)]
    public async Task Should_let_the_oldest_go(string bound, string value, int kept)
    {
        // A day passes in two seconds.
        await using ModelPlace place = await ModelPlace.StartAsync(new AcceleratedTime(43_200));
        ModelPlace.Host host = place.Open(($"AnswerCache:{bound}", value), ("LanguageModel:TimeoutSeconds", "3600"));
        for (int i = 0; i < 5; i++)
            await host.AskAsync($"{i}");

        foreach (IHostedService service in host.Background)
            await service.StartAsync(default);
        await Task.Delay(TimeSpan.FromDays(1.5), place.Time, TestContext.Current.CancellationToken);
        foreach (IHostedService service in host.Background)
            await service.StopAsync(default);

        int calls = place.Ledger.Count;
        for (int i = 4; i >= 5 - kept; i--)
            Assert.True((await host.AskAsync($"{i}")).FromCache);
        Assert.Equal(calls, place.Ledger.Count);
        Assert.False((await host.AskAsync("0")).FromCache);
    }
}
