using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

/// <summary>Minutes are compressed: the processes' clock runs ten times faster than the ledger's.</summary>
public sealed class When_processes_share_a_limit
{
    private const int Speed = 10;

    [Fact]
    public async Task Should_use_the_limit_and_never_exceed_it_in_any_minute()
    {
        const int limit = 600, minutes = 2;
        await using ModelPlace place = await ModelPlace.StartAsync(new AcceleratedTime(Speed), new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 10 });
        ModelPlace.Host[] processes = [Limited(place), Limited(place)];

        await Task.WhenAll(Enumerable.Range(0, limit * minutes).Select(i => processes[i % 2].AskAsync($"{i}")));

        DateTimeOffset[] calls = [.. place.Ledger.Entries.Select(entry => entry.At).Order()];
        Assert.Equal(limit * minutes, calls.Length);
        Assert.InRange(MostInAnyMinute(calls), 1, (int)(limit * 1.05));
        Assert.InRange(calls.Length / ((calls[^1] - calls[0]).TotalMinutes * Speed), limit * 0.9, limit * 1.05);

        static ModelPlace.Host Limited(ModelPlace place) => place.Open(("LanguageModel:RequestsPerMinute", $"{limit}"), ("LanguageModel:MaxConcurrency", "32"));
    }

    [Fact]
    public async Task Should_count_tokens_as_well()
    {
        // Each call reads 25 characters and writes 75: by the scripted model's count 100 tokens, so that 60 a minute are allowed.
        await using ModelPlace place = await ModelPlace.StartAsync(new AcceleratedTime(Speed), new ScriptRule { Do = ScriptedBehaviour.Answer, Text = new string('x', 74) });
        ModelPlace.Host[] processes = [Limited(place), Limited(place)];
        foreach (ModelPlace.Host process in processes)
            await process.AskAsync("warm up: a first answer tells how long they are");
        long started = place.Time.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(100, 40).Select(i => processes[i % 2].AskAsync($"{i}")));

        Assert.InRange(place.Time.GetElapsedTime(started).TotalSeconds, 25, 600);

        static ModelPlace.Host Limited(ModelPlace place) => place.Open(("LanguageModel:TokensPerMinute", "6000"));
    }

    [Fact]
    public async Task Should_let_runs_take_turns()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new AcceleratedTime(Speed));
        ModelPlace.Host host = place.Open(("LanguageModel:RequestsPerMinute", "120"), ("LanguageModel:MaxConcurrency", "100"));
        Task<ModelAnswer>[] large = [.. Enumerable.Range(0, 60).Select(i => Ask(host, "large", i))];
        Task<ModelAnswer>[] small = [.. Enumerable.Range(0, 5).Select(i => Ask(host, "small", i))];

        await Task.WhenAll(small);

        Assert.InRange(large.Count(call => call.IsCompleted), 0, 30);
        await Task.WhenAll(large);

        static Task<ModelAnswer> Ask(ModelPlace.Host host, string run, int i) =>
            host.Labeller.AnswerAsync(ModelPlace.Request($"{run} {i}") with { Run = run }, TestContext.Current.CancellationToken);
    }

    private static int MostInAnyMinute(DateTimeOffset[] calls)
    {
        TimeSpan minute = TimeSpan.FromMinutes(1) / Speed;
        int first = 0, most = 0;
        for (int last = 0; last < calls.Length; last++)
        {
            while (calls[last] - calls[first] >= minute)
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
