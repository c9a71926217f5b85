using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_run_is_repeated
{
    [Fact]
    public async Task It_asks_for_the_same_although_other_runs_made_instructions_meanwhile()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 15, instructions: 2);
        host.Told.Answer = request => Some.Judged(request, JudgementOutcome.Accepted);
        await FillAsync(host, "first", seed: 7);
        await host.PublishAsync(Some.Instruction(9) with { BatchId = "of another run" });
        await host.PublishAsync(Some.Instruction(10));
        PromptAssemblyStore store = host.Get<PromptAssemblyStore>();
        await PromptHost.UntilAsync(async () => await store.Instructions.CountAsync(Storage.Query.All, default) == 4, "they are there");

        await FillAsync(host, "second", seed: 7);
        await FillAsync(host, "third", seed: 7);
        await FillAsync(host, "other", seed: 8);

        Assert.NotEqual(Asked(host, "first"), Asked(host, "second"));
        Assert.Equal(["i-0", "i-1", "i-10"], Instructions(host, "second"));
        Assert.Equal(Asked(host, "second"), Asked(host, "third"));
        Assert.Contains("i-9", Instructions(host, "other"));
    }

    [Fact]
    public async Task Its_recipe_is_kept_by_version()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 1, instructions: 1);
        foreach ((string id, int target, int version) in new[] { ("a", 1, 1), ("b", 2, 2), ("c", 1, 1) })
        {
            (await host.PostAsync($"/runs?id={id}", Some.Recipe(target))).EnsureSuccessStatusCode();
            Assert.Equal(version, (await host.RunAsync(id)).GetProperty("recipeVersion").GetInt32());
        }

        string first = await host.Client.GetStringAsync(new Uri("/recipes/desk?version=1", UriKind.Relative));
        string latest = await host.Client.GetStringAsync(new Uri("/recipes/desk", UriKind.Relative));
        Assert.NotEqual(first, latest);
        Assert.Equal(System.Net.HttpStatusCode.Created, (await host.PostAsync("/runs?id=b", latest)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri("/recipes/none", UriKind.Relative))).StatusCode);
    }

    private static async Task FillAsync(PromptHost host, string id, int seed)
    {
        (await host.PostAsync($"/runs?id={id}&transcripts=15", Some.Recipe(30, seed: seed))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey(id), $"{id} ends");
    }

    private static (int, string, string, AssembledPrompt)[] Asked(PromptHost host, string run) =>
        [.. Of(host, run).OrderBy(request => request.Slot).Select(request => (request.Slot, request.TranscriptId, request.InstructionId, request.Prompt))];

    private static string[] Instructions(PromptHost host, string run) => [.. Of(host, run).Select(request => request.InstructionId).Distinct().Order()];

    private static IEnumerable<LabelAssignment> Of(PromptHost host, string run) => host.Told.Requests.Values.Where(request => request.RunId == run);
}
