using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Tests.Fixtures;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_dialogues_are_drawn
{
    [Fact]
    public async Task Channels_are_drawn_by_their_weights_and_one_of_weight_0_not_at_all()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 0, instructions: 1);
        await SendAsync(host, [.. Enumerable.Range(0, 60).Select(number => Some.Transcript(number, number % 3 == 0 ? "desk" : number % 3 == 1 ? "phone" : "letter"))]);
        await FillAsync(host, "r", Some.Recipe(20, more: "sampling: { channels: { desk: 50, phone: 1 } }"));
        await FillAsync(host, "none", Some.Recipe(20, more: "sampling: { channels: { phone: 0 } }"));

        Assert.InRange(Asked(host, "r").Count(IsOf("desk")), 15, 20);
        Assert.DoesNotContain(Asked(host, "none"), request => IsOf("phone")(request));
        Assert.Contains(Asked(host, "none"), request => IsOf("letter")(request));

        Func<LabelAssignment, bool> IsOf(string channel) => request => int.Parse(request.TranscriptId[2..], null) % 3 == (channel switch { "desk" => 0, "phone" => 1, _ => 2 });
    }

    [Fact]
    public async Task A_dialogue_is_used_for_one_task_only_where_the_recipe_says_so()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 12, instructions: 1);
        await host.PublishAsync(Some.Instruction(1) with { TaskType = "reply" });
        await PromptHost.UntilAsync(async () => await host.Get<PromptAssemblyStore>().Instructions.CountAsync(Query.All, default) == 2, "they are there");
        const string reply = "  - { scenario: lending, task: reply, target: 6 }";
        await FillAsync(host, "shared", $"{Some.Recipe(6)}{reply}");
        await FillAsync(host, "apart", $"{Some.Recipe(6)}{reply}\nsampling: {{ reuseDialogues: false }}");

        Assert.True(Asked(host, "shared").Select(request => request.TranscriptId).Distinct().Count() < 12);
        Assert.Equal(12, Asked(host, "apart").Select(request => request.TranscriptId).Distinct().Count());
    }

    [Fact]
    public async Task A_long_dialogue_comes_in_windows_that_say_what_they_are_of()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 0, instructions: 1);
        Turn[] turns = [.. Enumerable.Range(0, 40).Select(number => new Turn(number % 2 == 0 ? "reader" : "guide", $"That is what I meant to say about shelf {number}, if you follow me."))];
        await SendAsync(host, Some.Transcript(1) with { Turns = turns });
        await FillAsync(host, "r", Some.Recipe(3, more: "sampling: { windowTokens: 300, overlapTurns: 3 }"));

        LabelAssignment[] windows = [.. Asked(host, "r").OrderBy(request => request.Window!.First)];
        Assert.True(windows.Length >= 3);
        Assert.All(windows, request => Assert.Equal(turns.Skip(request.Window!.First).Take(request.Window.Count), request.Turns));
        Assert.Equal(0, windows[0].Window!.Overlap);
        Assert.All(windows[1..], request => Assert.Equal((3, 40), (request.Window!.Overlap, request.Window.Of)));
    }

    private static async Task SendAsync(PromptHost host, params TranscriptIngested[] transcripts)
    {
        foreach (TranscriptIngested transcript in transcripts)
            await host.PublishAsync(transcript);
        PromptAssemblyStore store = host.Get<PromptAssemblyStore>();
        await PromptHost.UntilAsync(async () => await store.Transcripts.CountAsync(Query.All, default) == transcripts.Length, "they are there");
    }

    private static async Task FillAsync(PromptHost host, string id, string recipe)
    {
        host.Told.Answer = request => Some.Judged(request, JudgementOutcome.Accepted);
        using HttpResponseMessage created = await host.PostAsync($"/runs?id={id}&transcripts=1", recipe);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync());
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey(id), $"{id} ends");
    }

    private static LabelAssignment[] Asked(PromptHost host, string run) => [.. host.Told.Requests.Values.Where(request => request.RunId == run)];
}
