using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.PromptAssembly.Tests.Fixtures;
using DialInsight.Storage;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_part_is_previewed
{
    [Fact]
    public async Task What_is_shown_is_what_runs_send()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 3, instructions: 1);
        host.Told.Answer = request => Some.Judged(request, JudgementOutcome.Accepted);
        (await host.PostAsync("/runs?id=r&transcripts=3", Some.Recipe(3))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");

        foreach (LabelAssignment request in host.Told.Requests.Values)
        {
            List<string> shown = [];
            for (int seed = 0; seed < 30; seed++)
                shown.Add((await PreviewAsync(host, $$"""{ "domain": "library", "language": "en", "task": "summary", "transcript": "{{request.TranscriptId}}", "seed": {{seed}} }""")).User);
            Assert.Contains(LabelText.User(request.Prompt, request.Turns, TestPack.Library, "en"), shown);
        }
    }

    [Fact]
    public async Task The_part_that_is_given_takes_the_place_of_the_kept_one_and_nothing_is_kept()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 1, instructions: 1);

        (string user, JsonElement preview) = await PreviewAsync(host, Draft("guidelines", "Mind every word of {{scenario}} by {{channel}}."));

        Assert.Contains("Mind every word of Lending by an unspecified channel.", user, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep to the", user, StringComparison.Ordinal);
        Assert.Contains("Reader: May I keep the atlas for 2 more weeks?\nguide: Of course.", user, StringComparison.Ordinal);
        Assert.Contains("Tell in 1 sentences what was agreed.", user, StringComparison.Ordinal);
        Assert.Equal("t-000", preview.GetProperty("transcript").GetString());
        Assert.Empty(preview.GetProperty("problems").EnumerateArray());
        Assert.Equal("guidelines", Assert.Single(preview.GetProperty("sections").EnumerateArray(), section => section.GetProperty("isDraft").GetBoolean()).GetProperty("kind").GetString());
        Assert.Equal(0, await host.Get<PromptAssemblyStore>().TemplateEdits.CountAsync(Query.All, default));
    }

    [Fact]
    public async Task Tokens_are_counted_by_section_and_in_all()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 1, instructions: 1);

        JsonElement preview = (await PreviewAsync(host, Draft("guidelines", "Mind every word."))).Preview;

        foreach (JsonElement section in preview.GetProperty("sections").EnumerateArray())
            Assert.Equal(Tokenizer.Qwen.Count(section.GetProperty("text").GetString()!), section.GetProperty("tokens").GetInt32());
        JsonElement tokens = preview.GetProperty("tokens");
        Assert.Equal(preview.GetProperty("messages").EnumerateArray().Sum(message => Tokenizer.Qwen.Count(message.GetProperty("content").GetString()!)), tokens.GetProperty("whole").GetInt32());
        Assert.Equal(Tokenizer.Qwen.Count("Mind every word."), tokens.GetProperty("part").GetInt32());
    }

    [Theory]
    [InlineData("guidelines", "Mind {{rolls}}.", "unknownPlaceholder", "rolls", "roles")]
    [InlineData("taskNarrative", "Do it.", "notOnce", "instruction", null)]
    [InlineData("taskNarrative", "{{instruction}} {{instruction}}", "notOnce", "instruction", null)]
    [InlineData("guidelines", "{{format}}", "foreignPlaceholder", "format", null)]
    [InlineData("guidelines", "Mind }} it.", "strayBraces", null, null)]
    [InlineData("guidelines", " ", "empty", null, null)]
    public async Task Problems_of_the_text_are_told_beside_the_prompt(string kind, string text, string fault, string? placeholder, string? meant)
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 1, instructions: 0);

        (string user, JsonElement preview) = await PreviewAsync(host, Draft(kind, text));

        JsonElement problem = Assert.Single(preview.GetProperty("problems").EnumerateArray());
        Assert.Equal((fault, placeholder, meant), (problem.GetProperty("fault").GetString(), problem.GetProperty("placeholder").GetString(), problem.GetProperty("meant").GetString()));
        Assert.Contains("The talk:", user, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_dialogue_what_depends_on_it_is_left_open()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 0, instructions: 0);

        (string user, JsonElement preview) = await PreviewAsync(host, """{ "domain": "library", "language": "en" }""");

        Assert.Equal(JsonValueKind.Null, preview.GetProperty("transcript").ValueKind);
        Assert.Contains("{{roles}}", user, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "domain": "nowhere", "language": "en" }""", 400, "domain")]
    [InlineData("""{ "domain": "library", "language": "fr" }""", 400, "language")]
    [InlineData("""{ "domain": "library", "language": "en", "scenario": "cooking" }""", 400, "scenario")]
    [InlineData("""{ "domain": "library", "language": "en", "task": "cooking" }""", 400, "task")]
    [InlineData("""{ "domain": "library", "language": "en", "part": { "text": "x" } }""", 400, "part.kind")]
    [InlineData("""{ "domain": "library", "language": "en", "part": { "kind": "guidelines" } }""", 400, "part.text")]
    [InlineData("""{ "domain": "library", "language": "en", "transcript": "t-999" }""", 404, null)]
    public async Task What_cannot_be_shown_is_refused_at_its_place(string request, int status, string? place)
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 0, instructions: 0);

        using HttpResponseMessage answer = await host.PostJsonAsync("/templates/preview", request);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (place is not null)
            Assert.True(problem.GetProperty("errors").TryGetProperty(place, out _), problem.ToString());
    }

    private static string Draft(string kind, string text) => JsonSerializer.Serialize(new { domain = "library", language = "en", part = new { id = "mine", kind, text } });

    private static async Task<(string User, JsonElement Preview)> PreviewAsync(PromptHost host, string request)
    {
        using HttpResponseMessage answer = await host.PostJsonAsync("/templates/preview", request);
        JsonElement preview = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, preview.ToString());
        return (preview.GetProperty("messages")[1].GetProperty("content").GetString()!, preview);
    }
}
