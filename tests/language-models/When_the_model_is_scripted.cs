using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_the_model_is_scripted
{
    private static readonly Uri Chat = new("v1/chat/completions", UriKind.Relative);

    [Fact]
    public async Task Should_change_its_ways_when_told_and_tell_what_happened()
    {
        await using ScriptedModelServer server = await ScriptedModelServer.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Endpoint, "/") };

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "one")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "one")).StatusCode);
        var told = await client.PostAsJsonAsync(new Uri("script", UriKind.Relative), new { rules = new[] { new { @do = "Throttle", retryAfterSeconds = 7, from = 2 } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "two")).StatusCode);
        HttpResponseMessage throttled = await AskAsync(client, "three");
        Assert.Equal((HttpStatusCode.TooManyRequests, "7"), (throttled.StatusCode, throttled.Headers.RetryAfter?.ToString()));

        JsonElement ledger = await client.GetFromJsonAsync<JsonElement>(new Uri("ledger", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((4, 3, 1), (ledger.GetProperty("count").GetInt32(), ledger.GetProperty("distinct").GetInt32(), ledger.GetProperty("repeated").GetInt32()));
    }

    [Fact]
    public async Task Should_answer_by_any_schema_from_what_was_said()
    {
        const string schema = """
            {"type":"object","$defs":{"q":{"type":"string","minLength":3,"maxLength":40}},"properties":{
              "quotes":{"type":"array","minItems":2,"items":{"$ref":"#/$defs/q"}},
              "level":{"enum":["low","medium","high"]},"count":{"type":"integer","minimum":4},"sure":{"type":"boolean"},"other":{"type":["null","string"]}}}
            """;
        await using ModelPlace place = await ModelPlace.StartAsync();

        ModelAnswer answer = await place.Open().AskAsync("Agent: the flat has two bedrooms\nCustomer: and what is the rent?", schema);

        using JsonDocument json = JsonDocument.Parse(answer.Text);
        Assert.All(json.RootElement.GetProperty("quotes").EnumerateArray(), quote => Assert.Contains(quote.GetString(), new[] { "the flat has two bedrooms", "and what is the rent?" }));
        Assert.Equal("high", json.RootElement.GetProperty("level").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("count").GetInt32());
        Assert.True(json.RootElement.GetProperty("sure").GetBoolean());
    }

    [Fact]
    public async Task Should_fail_at_the_rate_that_the_script_says_and_the_same_with_the_same_seed()
    {
        var script = new ModelScript { Seed = 5, Rules = [new ScriptRule { Do = ScriptedBehaviour.Fail, Rate = 0.3 }] };
        int[][] statuses = new int[2][];
        for (int i = 0; i < 2; i++)
        {
            await using ScriptedModelServer server = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { Script = script });
            using var client = new HttpClient { BaseAddress = new Uri(server.Endpoint, "/") };
            for (int call = 0; call < 100; call++)
                (await AskAsync(client, $"{call}")).Dispose();
            statuses[i] = [.. server.Ledger.Entries.Select(entry => entry.Status)];
        }

        Assert.Equal(statuses[0], statuses[1]);
        Assert.InRange(statuses[0].Count(status => status == 500), 15, 45);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string text) =>
        client.PostAsJsonAsync(Chat, new { model = "any", messages = new[] { new { role = "user", content = text } } }, TestContext.Current.CancellationToken);
}
