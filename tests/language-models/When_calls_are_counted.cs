using System.Diagnostics;
using DialInsight.LanguageModels.Telemetry;
using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_calls_are_counted
{
    [Fact]
    public async Task Should_price_the_tokens_that_the_endpoint_tells()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "0123456789" });

        ModelAnswer answer = await place.Open(("LanguageModel:PricePerMillionInput", "2.5"), ("LanguageModel:PricePerMillionOutput", "10")).AskAsync("12345");

        // The scripted model counts characters: 24 of the system message, 5 of the user's, 10 of the answer.
        Assert.Equal((1, 29, 10), (answer.Spend.Calls, answer.Spend.InputTokens, answer.Spend.OutputTokens));
        Assert.Equal(((29 * 2.5m) + (10 * 10m)) / 1_000_000, answer.Spend.Cost);
        Assert.Equal(ModelPurpose.Label, answer.Spend.Purpose);
        Assert.False(answer.SpendIsEstimated);
    }

    [Fact]
    public async Task Should_count_the_tokens_itself_where_the_endpoint_does_not()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.AnswerWithoutUsage, Text = "Yes, of course." });

        ModelAnswer answer = await place.Open().AskAsync("Shall we?");

        Assert.InRange(answer.Spend.InputTokens, 4, 20);
        Assert.InRange(answer.Spend.OutputTokens, 2, 8);
        Assert.True(answer.SpendIsEstimated);
    }

    [Fact]
    public async Task Should_count_calls_that_the_model_worked_on_in_vain()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(
            new ScriptRule { Do = ScriptedBehaviour.Malform, Until = 1 },
            new ScriptRule { Do = ScriptedBehaviour.Throttle, Until = 1 });

        Assert.Equal(2, (await place.Open().AskAsync("Hello")).Spend.Calls);
    }

    [Fact]
    public async Task Should_tell_how_likely_tokens_were_where_that_is_asked_for()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "4" });
        ModelPlace.Host host = place.Open();
        ModelRequest request = ModelPlace.Request("From 1 to 6?") with { TopLogProbabilities = 2 };

        Assert.Null((await host.AskAsync("From 1 to 6?")).LogProbabilities);
        foreach (bool isKept in new[] { false, true })
        {
            ModelAnswer answer = await host.Labeller.AnswerAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(isKept, answer.FromCache);
            TokenLogProbability token = Assert.Single(answer.LogProbabilities!);
            Assert.Equal(("4", -0.25), (token.Token, token.LogProbability));
            Assert.Equal([("1", -0.25), ("2", -0.5)], token.Likeliest.Select(other => (other.Token, other.LogProbability)));
        }
    }

    [Fact]
    public async Task Should_make_no_more_calls_at_once_than_allowed()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 20 });
        ModelPlace.Host host = place.Open(("LanguageModel:MaxConcurrency", "3"));

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => host.AskAsync($"{i}")));

        Assert.Equal(3, place.Ledger.Summary().MostInFlight);
    }

    [Theory]
    [InlineData("RequestsPerMinute", "60")]
    [InlineData("TokensPerMinute", "3000")]
    public async Task Should_make_no_more_calls_a_minute_than_allowed(string limit, string value)
    {
        // 40 calls at one a second, 6 s of them at once. 50 tokens each at 3,000 a minute are one a second as well.
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = new string('x', 24) });
        ModelPlace.Host host = place.Open(("LanguageModel:MaxConcurrency", "1"), ($"LanguageModel:{limit}", value));
        long started = place.Time.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(10, 40).Select(i => host.AskAsync($"{i}")));

        Assert.InRange(place.Time.GetElapsedTime(started).TotalSeconds, 30, 3000);
    }

    [Fact]
    public async Task Should_trace_them_without_their_content()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "the-secret-answer" });
        var seen = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LanguageModelTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        await place.Open(("LanguageModel:Model", "traced-model")).AskAsync("the-secret-question");

        Activity activity = Assert.Single(seen, activity => activity.DisplayName == "chat traced-model");
        Assert.Equal("chat", activity.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("scripted-model", activity.GetTagItem("gen_ai.response.model"));
        Assert.DoesNotContain(activity.TagObjects, tag => tag.Value?.ToString()?.Contains("secret", StringComparison.Ordinal) == true);
    }
}
