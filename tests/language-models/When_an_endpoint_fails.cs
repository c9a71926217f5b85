using System.Globalization;
using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_an_endpoint_fails
{
    [Theory]
    [InlineData(ScriptedBehaviour.Throttle)]
    [InlineData(ScriptedBehaviour.Fail)]
    [InlineData(ScriptedBehaviour.Reset)]
    [InlineData(ScriptedBehaviour.ResetInBody)]
    [InlineData(ScriptedBehaviour.Truncate)]
    [InlineData(ScriptedBehaviour.Malform)]
    [InlineData(ScriptedBehaviour.AnswerSomethingElse)]
    [InlineData(ScriptedBehaviour.Flood)]
    [InlineData(ScriptedBehaviour.Hang)]
    public async Task Should_ask_again_until_it_answers(ScriptedBehaviour failure)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(
            new ScriptRule { Do = failure, Until = 2 },
            new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "Here you are." });

        ModelAnswer answer = await place.Open(TimeoutFor(failure)).AskAsync("Hello");

        Assert.Equal("Here you are.", answer.Text);
        await ModelPlace.Until(() => place.Ledger.Count == 3);
    }

    [Theory]
    [InlineData(ScriptedBehaviour.Throttle)]
    [InlineData(ScriptedBehaviour.Fail)]
    [InlineData(ScriptedBehaviour.Reset)]
    [InlineData(ScriptedBehaviour.Malform)]
    [InlineData(ScriptedBehaviour.Hang)]
    public async Task Should_give_up_in_the_end_and_say_so(ScriptedBehaviour failure)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = failure });

        var thrown = await Assert.ThrowsAsync<ModelUnavailableException>(() => place.Open(TimeoutFor(failure)).AskAsync("A secret"));

        Assert.StartsWith("qwen-max at 127.0.0.1", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
        await ModelPlace.Until(() => place.Ledger.Count == 6);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task Should_not_ask_again_what_is_refused_for_good(int status)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = status });

        var thrown = await Assert.ThrowsAsync<ModelRefusedRequestException>(() => place.Open().AskAsync("A secret"));

        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, place.Ledger.Count);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(3600, 60)]
    public async Task Should_wait_as_long_as_it_is_told_but_not_for_ever(int told, int waits)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Throttle, Until = 1, RetryAfterSeconds = told });
        long started = place.Time.GetTimestamp();

        await place.Open().AskAsync("Hello");

        Assert.InRange(place.Time.GetElapsedTime(started).TotalSeconds, waits, 3000);
    }

    [Theory]
    [InlineData("retry-after-ms")]
    [InlineData("Retry-After")]
    public async Task Should_understand_milliseconds_and_dates(string header)
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        string value = header == "Retry-After" ? place.Time.GetUtcNow().AddMinutes(10).ToString("R", CultureInfo.InvariantCulture) : "40000";
        place.Server.Play(new ScriptRule { Do = ScriptedBehaviour.Throttle, Until = 1, Headers = new Dictionary<string, string> { [header] = value } });
        ModelPlace.Host host = place.Open();
        long started = place.Time.GetTimestamp();

        await host.AskAsync("Hello");

        // The exponential wait of a first retry is about half a second.
        Assert.InRange(place.Time.GetElapsedTime(started).TotalSeconds, 5, 3000);
    }

    [Fact]
    public async Task Should_hold_back_other_calls_while_it_was_told_to_wait()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Throttle, Until = 1, RetryAfterSeconds = 50 });
        // With one place the second call comes when the first has been told.
        ModelPlace.Host host = place.Open(("LanguageModel:MaxConcurrency", "1"));
        Task<ModelAnswer> first = host.AskAsync("first");
        await ModelPlace.Until(() => place.Ledger.Count == 1);
        long started = place.Time.GetTimestamp();

        await host.AskAsync("second");

        Assert.InRange(place.Time.GetElapsedTime(started).TotalSeconds, 20, 3000);
        await first;
    }

    [Fact]
    public async Task Should_leave_an_endpoint_alone_that_keeps_failing()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail });
        ModelPlace.Host host = place.Open(("LanguageModel:MaxConcurrency", "64"));

        Task<ModelAnswer>[] calls = [.. Enumerable.Range(0, 64).Select(i => host.AskAsync($"{i}"))];
        foreach (Task<ModelAnswer> call in calls)
            await Assert.ThrowsAsync<ModelUnavailableException>(() => call);

        // Without a breaker each would have been asked 6 times.
        Assert.InRange(place.Ledger.Count, 20, 64 * 4);
    }

    [Fact]
    public async Task Should_not_count_throttling_as_failing()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Throttle, Matches = "greedy" });
        ModelPlace.Host host = place.Open(("LanguageModel:MaxConcurrency", "64"));

        foreach (Task<ModelAnswer> call in Enumerable.Range(0, 40).Select(i => host.AskAsync($"greedy {i}")).ToArray())
            await Assert.ThrowsAsync<ModelUnavailableException>(() => call);

        Assert.Equal(40 * 6, place.Ledger.Count);
        await host.AskAsync("modest");
        Assert.Equal((40 * 6) + 1, place.Ledger.Count);
    }

    [Fact]
    public async Task Should_say_that_nobody_is_there()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();

        var thrown = await Assert.ThrowsAsync<ModelUnavailableException>(() => place.Open(("LanguageModel:Endpoint", "http://127.0.0.1:1/v1")).AskAsync("Hello"));

        Assert.Contains("could not be reached", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_stop_at_once_when_the_caller_does()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Hang });
        using var giveUp = new CancellationTokenSource();
        Task<ModelAnswer> call = place.Open().Labeller.AnswerAsync(ModelPlace.Request("Hello"), giveUp.Token);
        await ModelPlace.Until(() => place.Ledger.InFlight == 1);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    /// <summary>Half a second where the time limit is what is tried, else one that a busy machine does not meet by chance.</summary>
    private static (string, string) TimeoutFor(ScriptedBehaviour failure) => ("LanguageModel:TimeoutSeconds", failure == ScriptedBehaviour.Hang ? "25" : "1500");
}
