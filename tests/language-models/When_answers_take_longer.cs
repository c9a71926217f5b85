using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_answers_take_longer
{
    /// <summary>Longer answers are no sign of an endpoint that is full: calling it less would only cost time.</summary>
    [Fact]
    public async Task Should_keep_calling_where_fewer_calls_are_not_answered_faster()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 1 });
        ModelPlace.Host host = place.Open(("LanguageModel:MaxConcurrency", "32"));
        await Task.WhenAll(Enumerable.Range(0, 128).Select(i => host.AskAsync($"short {i}")));
        place.Server.Play(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 100 });

        await Task.WhenAll(Enumerable.Range(0, 320).Select(i => host.AskAsync($"long {i}")));
        Task last = Task.WhenAll(Enumerable.Range(0, 64).Select(i => host.AskAsync($"last {i}")));
        await ModelPlace.Until(() => place.Ledger.InFlight >= 24);

        await last;
    }
}
