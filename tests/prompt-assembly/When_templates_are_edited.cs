using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_templates_are_edited
{
    private const string Edit = """
        domain: library
        language: en
        parts:
          - { id: roles-1, kind: role-introduction, text: "They who speak: {{roles}}." }
        """;

    [Fact]
    public async Task Runs_use_the_version_that_was_there_when_they_started_and_a_restart_keeps_the_edit()
    {
        PromptHost first = await PromptHost.StartAsync(dialogues: 3, instructions: 1);
        await FillAsync(first, "before");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(first, Edit)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(first, Edit)).StatusCode);
        await FillAsync(first, "after");

        Assert.All(Of(first, "before"), request => Assert.Contains("roles-1@1", request.TemplateParts));
        Assert.All(Of(first, "after"), request => Assert.Contains("roles-1@1+1", request.TemplateParts));
        Assert.All(Of(first, "after"), request => Assert.Contains("They who speak: Reader, guide.", request.Prompt.Before, StringComparison.Ordinal));

        await using PromptHost second = await first.RestartAsync();
        JsonElement history = Assert.Single((await second.Client.GetFromJsonAsync<JsonElement>(new Uri("/templates/roles-1", UriKind.Relative))).EnumerateArray());
        Assert.Equal(["1+1", "1"], history.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetString()));
        Assert.Equal("local", history.GetProperty("versions")[0].GetProperty("by").GetString());
        await FillAsync(second, "later");
        Assert.All(Of(second, "later"), request => Assert.Contains("roles-1@1+1", request.TemplateParts));
    }

    [Fact]
    public async Task A_format_is_edited_and_a_part_added_and_retired()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 2, instructions: 1);
        using HttpResponseMessage put = await PutAsync(host, """
            { "domain": "library", "language": "en",
              "formats": [{ "id": "prose", "kind": "text", "minimum": 10, "maximum": 99 }],
              "parts": [{ "id": "scene-3", "kind": "scenarioDescription", "text": "Somewhere: {{scenario}}." }],
              "retire": ["scene-1", "scene-2"] }
            """);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        await FillAsync(host, "r");

        Assert.All(Of(host, "r"), request => Assert.Equal(99, request.Format.Maximum));
        Assert.All(Of(host, "r"), request => Assert.Contains("prose@1+1", request.TemplateParts));
        Assert.All(Of(host, "r"), request => Assert.Contains("scene-3@1+1", request.TemplateParts));
    }

    [Fact]
    public async Task A_retired_part_stays_for_runs_under_way_is_listed_and_comes_back_with_an_edit()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 6, instructions: 1);
        (await host.PostAsync("/runs?id=before&transcripts=6", Some.Recipe(3))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => Of(host, "before").Length == 3, "the run is under way");
        string used = Of(host, "before").SelectMany(request => request.TemplateParts).First(part => part.StartsWith("scene-", StringComparison.Ordinal)).Split('@')[0];

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(host, $"domain: library\nlanguage: en\nretire: [{used}]")).StatusCode);
        Assert.Equal([used], await ListAsync("?domain=library&language=en&retired=true"));
        Assert.DoesNotContain(used, await ListAsync("?domain=library&language=en"));

        LabelAssignment[] early = Of(host, "before");
        host.Told.Answer = request => Some.Judged(request, request.Number == 0 ? JudgementOutcome.Rejected : JudgementOutcome.Accepted);
        foreach (LabelAssignment request in early)
            await host.PublishAsync(Some.Judged(request, JudgementOutcome.Rejected));
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("before"), "the run ends");
        Assert.Contains(Of(host, "before").ExceptBy(early.Select(request => request.AttemptId), request => request.AttemptId), request => request.TemplateParts.Contains($"{used}@1"));
        await FillAsync(host, "after");
        Assert.DoesNotContain(Of(host, "after"), request => request.TemplateParts.Any(part => part.StartsWith($"{used}@", StringComparison.Ordinal)));

        using HttpResponseMessage back = await PutAsync(host, $"domain: library\nlanguage: en\nparts: [{{ id: {used}, kind: scenario-description, text: 'Here: {{{{scenario}}}}.' }}]");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Empty(await ListAsync("?retired=true"));

        async Task<string[]> ListAsync(string query) =>
            [.. (await host.Client.GetFromJsonAsync<JsonElement>(new Uri($"/templates{query}", UriKind.Relative))).EnumerateArray().Select(part => part.GetProperty("id").GetString()!)];
    }

    [Fact]
    public async Task A_format_is_added_for_a_task_type_and_taken_from_it_again()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 4, instructions: 8);
        async Task<string[]> FormatsAsync(string run)
        {
            await FillAsync(host, run, target: 16, dialogues: 4);
            return [.. Of(host, run).Select(request => request.Format.Id).Distinct().Order()];
        }

        async Task EditAsync(string tasks) => Assert.Equal(HttpStatusCode.OK, (await PutAsync(
            host, $"domain: library\nlanguage: en\nformats: [{{ id: verse, kind: list, minimum: 2, tasks: {tasks} }}]")).StatusCode);

        Assert.Equal(["prose"], await FormatsAsync("before"));
        await EditAsync("[summary]");
        Assert.Equal(["prose", "verse"], await FormatsAsync("with"));
        Assert.Contains(Of(host, "with"), request => request.TemplateParts.Contains("verse@1+1"));
        await EditAsync("[]");
        Assert.Equal(["prose"], await FormatsAsync("after"));
        JsonElement history = Assert.Single((await host.Client.GetFromJsonAsync<JsonElement>(new Uri("/templates/verse", UriKind.Relative))).EnumerateArray());
        Assert.Equal(["1+2", "1+1"], history.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetString()));
    }

    [Theory]
    [InlineData("parts: [{ id: roles-1, kind: role-introduction, text: '{{role}} speak' }]", "parts[0].text", "line 3: holds {{role}}, which is no placeholder; did you mean")]
    [InlineData("parts: [{ id: new, kind: task-narrative, text: 'Do it.' }]", "parts[0].text", "must hold {{instruction}} once")]
    [InlineData("parts: [{ id: new, kind: guidelines, scenario: lendings, text: 'Do it.' }]", "parts[0].scenario", "did you mean \"lending\"?")]
    [InlineData("formats: [{ id: prose, kind: object, fields: [{ name: mood, type: choice, description: how, choices: [] }] }]", "formats[0].fields[0].choices", "must hold 2 to 40 values")]
    [InlineData("formats: [{ id: verse, kind: text }]", "formats[0].id", "is no output format of the pack; known are prose; to add one, name the task types that it suits")]
    [InlineData("formats: [{ id: verse, kind: text, tasks: [] }]", "formats[0].tasks", "must name at least one task type")]
    [InlineData("formats: [{ id: verse, kind: text, tasks: [rhyme] }]", "formats[0].tasks", "\"rhyme\" is not in the domain pack")]
    [InlineData("formats: [{ id: Verse, kind: text, tasks: [reply] }]", "formats[0].id", "must be lower-case letters")]
    [InlineData("formats: [{ id: prose, kind: text, tasks: [reply] }]", "formats[0].tasks", "are said by the pack's files")]
    [InlineData("retire: [roles-1]", "parts", "would leave no part of kind role-introduction")]
    [InlineData("retire: []", "parts", "are missing")]
    public async Task What_is_wrong_is_told_with_its_place_and_nothing_is_kept(string edit, string place, string message)
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 0, instructions: 0);
        using HttpResponseMessage answer = await PutAsync(host, $"domain: library\nlanguage: en\n{edit}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonElement errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Contains(errors.GetProperty(place).EnumerateArray(), error => error.GetString()!.Contains(message, StringComparison.Ordinal));
        Assert.Equal(0, await host.Get<PromptAssemblyStore>().TemplateEdits.CountAsync(Storage.Query.All, default));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri("/templates/none", UriKind.Relative))).StatusCode);
    }

    private static Task<HttpResponseMessage> PutAsync(PromptHost host, string edit) => host.Client.PutAsync(new Uri("/templates", UriKind.Relative), new StringContent(edit));

    private static async Task FillAsync(PromptHost host, string id, int target = 2, int dialogues = 2)
    {
        host.Told.Answer = request => Some.Judged(request, JudgementOutcome.Accepted);
        (await host.PostAsync($"/runs?id={id}&transcripts={dialogues}", Some.Recipe(target, name: id))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey(id), $"{id} ends");
    }

    private static LabelAssignment[] Of(PromptHost host, string run) => [.. host.Told.Requests.Values.Where(request => request.RunId == run)];
}
