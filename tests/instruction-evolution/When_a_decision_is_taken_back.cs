using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.InstructionEvolution.Instructions;
using static DialInsight.InstructionEvolution.Tests.GateQueue;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_a_decision_is_taken_back
{
    [Theory]
    [InlineData("keep")]
    [InlineData("reject")]
    [InlineData("edit")]
    public async Task The_instruction_waits_again_and_a_version_that_an_edit_made_is_gone(string decision)
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        JsonElement seed = (await QueueAsync(host, "curation"))[0];
        JsonElement decided = await JsonAsync(await DecideAsync(host, seed, new { decision, reason = "slip", text = decision == "edit" ? "归纳买家的预算上限与首付安排。" : null }));

        JsonElement undone = await JsonAsync(await UndoAsync(host, decided));

        Assert.Equal((Text(seed, "id"), "seeded", "curation"), (Text(undone, "id"), Text(undone, "state"), Text(undone, "gate")));
        Assert.Equal("undone: I mistook it", undone.GetProperty("history").EnumerateArray().Last().GetProperty("reason").GetString());
        if (decision == "edit")
            Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"/instructions/{Text(decided, "id")}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(host, undone, new { decision, reason = "now", text = decision == "edit" ? "归纳买家的预算上限与首付安排。" : null })).StatusCode);
    }

    [Fact]
    public async Task A_batch_that_went_on_comes_back_and_ends_with_what_was_kept_in_the_end()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        JsonElement[] seeds = await QueueAsync(host, "curation");
        foreach (JsonElement seed in seeds.Skip(1))
            await DecideAsync(host, seed, new { decision = "keep" });
        await DecideAsync(host, seeds[0], new { decision = "reject", reason = "slip" });
        await WaitsAtAsync(host, Batch, "screening");

        Assert.Equal(HttpStatusCode.OK, (await UndoAsync(host, seeds[0])).StatusCode);
        await KeepAllAsync(host, "curation");
        await WaitsAtAsync(host, Batch, "screening");
        Assert.Equal(seeds.Length, (await QueueAsync(host, "screening")).Length);
        await KeepAllAsync(host, "screening");
        await KeepAllAsync(host, "refinement");

        Assert.Equal(seeds.Length, (await host.CompletedAsync(Batch)).InstructionIds.Count);
        Assert.DoesNotContain(await host.InstructionsAsync(Batch), instruction => instruction.Rejection == RejectionReason.AtGate);
    }

    [Fact]
    public async Task What_others_built_on_stays_decided_and_the_answer_says_why()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        JsonElement generated = (await QueueAsync(host, "curation")).First(seed => Text(seed, "origin") != "human");
        Assert.Equal("There is no decision at a gate to undo.", await RefusalAsync(host, generated));

        await KeepAllAsync(host, "curation");
        await WaitsAtAsync(host, Batch, "screening");
        Assert.Equal("It has been evolved: decide on what came of it at the next gate.", await RefusalAsync(host, generated));

        await KeepAllAsync(host, "screening");
        await WaitsAtAsync(host, Batch, "refinement");
        JsonElement last = (await QueueAsync(host, "refinement"))[0];
        await KeepAllAsync(host, "refinement");
        await host.CompletedAsync(Batch);
        Assert.Equal("It was approved and the other services know: retire it, or put a new version in its place.", await RefusalAsync(host, last));
    }

    private static async Task<string> RefusalAsync(EvolutionHost host, JsonElement instruction)
    {
        HttpResponseMessage answer = await UndoAsync(host, instruction);
        JsonElement problem = await JsonAsync(answer);
        Assert.Equal((HttpStatusCode.Conflict, "https://dialinsight.dev/problems/decision-final"), (answer.StatusCode, Text(problem, "type")));
        return Text(problem, "detail").Split(" It is ")[0];
    }

    private static Task<HttpResponseMessage> UndoAsync(EvolutionHost host, JsonElement instruction) =>
        host.Http.PostAsJsonAsync($"/instructions/{Text(instruction, "id")}/undo", new { reason = "I mistook it" });
}
