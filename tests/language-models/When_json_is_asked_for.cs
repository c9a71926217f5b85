using System.Text.Json;
using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_json_is_asked_for
{
    private const string Schema = """{"type":"object","properties":{"mood":{"type":"string","enum":["calm","angry"]}},"required":["mood"],"additionalProperties":false}""";

    [Fact]
    public async Task Should_send_the_schema_to_an_endpoint_that_takes_it()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail, BySchema = false });

        ModelAnswer answer = await place.Open().AskAsync("Customer: fine, thank you", Schema);

        using JsonDocument json = JsonDocument.Parse(answer.Text);
        Assert.Equal("calm", json.RootElement.GetProperty("mood").GetString());
    }

    [Fact]
    public async Task Should_fall_back_to_the_prompt_and_remember_that()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(
            new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 400, BySchema = true },
            new ScriptRule { Do = ScriptedBehaviour.Answer, Matches = "JSON schema.*\n.*mood", Text = """{"mood":"calm"}""" });
        ModelPlace.Host host = place.Open();

        Assert.Equal("""{"mood":"calm"}""", (await host.AskAsync("one", Schema)).Text);
        Assert.Equal("""{"mood":"calm"}""", (await host.AskAsync("two", Schema)).Text);

        Assert.Equal([400, 200, 200], place.Ledger.Entries.Select(entry => entry.Status));
    }

    [Fact]
    public async Task Should_not_blame_the_schema_for_a_request_that_is_refused_anyway()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 400, Matches = "too long" });
        ModelPlace.Host host = place.Open();

        await Assert.ThrowsAsync<ModelRefusedRequestException>(() => host.AskAsync("too long", Schema));
        place.Server.Play(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 400, BySchema = false });

        Assert.Equal(ModelStop.Finished, (await host.AskAsync("short", Schema)).Stop);
    }

    [Theory]
    [InlineData("Schema", true)]
    [InlineData("Prompt", false)]
    public async Task Should_ask_as_the_settings_say(string setting, bool bySchema)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 400, BySchema = !bySchema });

        await place.Open(("LanguageModel:StructuredOutput", setting)).AskAsync("Hello", Schema);

        Assert.Equal(1, place.Ledger.Count);
    }

    [Fact]
    public async Task Should_take_the_code_fence_off()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.AnswerFenced, Text = """{"mood":"angry"}""" });

        Assert.Equal("""{"mood":"angry"}""", (await place.Open().AskAsync("Hello", Schema)).Text);
    }
}
