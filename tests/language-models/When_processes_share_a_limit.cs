using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

/// <summary>Minutes are compressed: the processes' clock runs ten times faster than the ledger's.</summary>
public sealed class When_processes_share_a_limit
{
    private const int Speed = 10;
    private static readonly int[] s_speeds = [10, 5, 2];

    /// <summary>The faster the processes' clock, the shorter is the moment for which a busy machine may stand still. Where it stood still for longer, the calls
    /// that come too late or too close together are the machine's: then the same is measured again at less speed.</summary>
    [Fact]
    public async Task Should_use_the_limit_and_never_exceed_it_in_any_minute()
    {
        Usage usage = await Usage.OfAsync(s_speeds[0]);
        foreach (int slower in s_speeds.Skip(1).TakeWhile(_ => !usage.IsWithinBounds && usage.StoodStill))
            usage = await Usage.OfAsync(slower);

        Assert.InRange(usage.MostInAnyMinute, 1, (int)(Usage.Limit * 1.05));
        Assert.InRange(usage.PerMinute, Usage.Limit * 0.9, Usage.Limit * 1.05);
    }

    [Fact]
    public async Task Should_rest_together_when_the_endpoint_asks_one_of_them_to()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new AcceleratedTime(Speed), new ScriptRule { Do = ScriptedBehaviour.Throttle, Until = 1, RetryAfterSeconds = 20 });
        ModelPlace.Host[] processes = [Limited(place), Limited(place)];
        Task<ModelAnswer> first = processes[0].AskAsync("one");
        await ModelPlace.Until(() => place.Ledger.Count == 1);
        await place.RestIsKeptAsync(TimeSpan.FromSeconds(1));

        await processes[1].AskAsync("two");

        await first;
        LedgerEntry[] calls = [.. place.Ledger.Entries];
        Assert.Equal(3, calls.Length);
        Assert.All(calls.Skip(1), call => Assert.InRange((call.At - calls[0].At).TotalSeconds * Speed, 19, 600));

        static ModelPlace.Host Limited(ModelPlace place) => place.Open(("LanguageModel:RequestsPerMinute", "6000"));
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
}
