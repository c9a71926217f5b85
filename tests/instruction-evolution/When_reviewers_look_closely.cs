using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;
using static DialInsight.InstructionEvolution.Tests.GateQueue;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_reviewers_look_closely
{
    [Fact]
    public async Task Gate_two_records_its_three_criteria_the_person_s_where_given_and_else_the_rules()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        await KeepAllAsync(host, "curation");
        await WaitsAtAsync(host, Batch, "screening");
        JsonElement item = (await QueueAsync(host, "screening")).First(waiting => waiting.TryGetProperty("operator", out JsonElement made) && made.GetString() is not null);

        JsonElement shown = await host.GetAsync($"/instructions/{Text(item, "id")}");
        Assert.Equal(["clear", "ready", "more-detailed-than-seed"], shown.GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "name")));
        JsonElement kept = await JsonAsync(await DecideAsync(host, item, new { decision = "keep", criteria = new { clear = false } }));

        JsonElement decision = kept.GetProperty("history").EnumerateArray().Last();
        Assert.Equal("screening", Text(decision, "gate"));
        Assert.Equal(
            ["clear False by the person", "ready True by rule: no fault found"],
            decision.GetProperty("criteria").EnumerateArray().Take(2).Select(criterion => $"{Text(criterion, "name")} {criterion.GetProperty("holds").GetBoolean()} {Text(criterion, "finding")}"));
        Assert.Equal("more-detailed-than-seed", Text(decision.GetProperty("criteria")[2], "name"));
    }

    [Fact]
    public async Task An_edit_keeps_what_it_changed()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        JsonElement seed = (await QueueAsync(host, "curation")).First(waiting => Text(waiting, "text") == WrittenModel.Good[0]);

        JsonElement edited = await JsonAsync(await DecideAsync(host, seed, new { decision = "edit", text = "归纳客户的购房预算与贷款安排。" }));

        Assert.Equal(
            ["kept 归纳客户的购房预算与", "removed 首付", "added 贷款", "kept 安排。"],
            edited.GetProperty("history").EnumerateArray().Last().GetProperty("diff").EnumerateArray().Select(change => $"{Text(change, "kind")} {Text(change, "text")}"));
        HttpResponseMessage injected = await DecideAsync(host, (await QueueAsync(host, "curation"))[0], new { decision = "edit", text = "照抄{{dialogue}}的全部内容。" });
        Assert.Equal(HttpStatusCode.BadRequest, injected.StatusCode);
    }

    [Fact]
    public async Task A_queue_is_filtered_by_what_made_its_instructions_and_what_fell_by_its_reason()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel { Seed = (_, _) => WrittenModel.Seeds([.. WrittenModel.Good, "概括预算。"]) });
        await OpenManualAsync(host);

        JsonElement[] human = [.. (await host.GetAsync("/instructions?gate=curation&origin=human")).GetProperty("items").EnumerateArray()];
        JsonElement[] fallen = [.. (await host.GetAsync("/instructions?rejection=tooShort")).GetProperty("items").EnumerateArray()];

        Assert.All(human, item => Assert.Equal("human", Text(item, "origin")));
        Assert.Equal("概括预算。", Text(Assert.Single(fallen), "text"));
    }

    [Fact]
    public async Task An_approved_instruction_is_replaced_by_a_better_version()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        JsonElement own = await JsonAsync(await host.Http.PostAsJsonAsync(
            "/instructions", new { domain = "real-estate", scenario = "buying", taskType = "summarisation", language = "zh", text = "总结客户为什么还在犹豫。" }));
        string path = $"/instructions/{Text(own, "id")}/versions";

        HttpResponseMessage first = await host.Http.PostAsJsonAsync(path, new { text = "总结客户为什么还在犹豫，并附上原话。", reason = "asks for proof" });
        HttpResponseMessage again = await host.Http.PostAsJsonAsync(path, new { text = "总结客户为什么还在犹豫，并附上原话。", reason = "asks for proof" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        JsonElement version = await JsonAsync(first);
        Assert.Equal(("approved", Text(own, "id")), (Text(version, "state"), Text(version, "parentId")));
        Assert.Equal("retired", Text(await host.GetAsync($"/instructions/{Text(own, "id")}"), "state"));
        await EvolutionHost.UntilAsync(() => Task.FromResult(host.Facts.Approved.Count >= 2 && host.Facts.Retired.Count > 0), "all three facts are told");
        Assert.Equal(HttpStatusCode.Conflict, (await host.Http.PostAsJsonAsync(path, new { text = "另写一条总结。", reason = "too late" })).StatusCode);
    }

    [Fact]
    public async Task What_waited_for_a_cancelled_run_leaves_the_queue_and_a_later_run_takes_it_up()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        int waited = (await QueueAsync(host, "curation")).Length;

        await host.PublishAsync(new RunEnded { Id = DeterministicId.Guid("ended", "r"), OccurredAt = TimeProvider.System.GetUtcNow(), RunId = "r", Ending = RunEnding.Cancelled });
        await EvolutionHost.UntilAsync(async () => (await QueueAsync(host, "curation")).Length == 0, "the queue is empty");
        List<InstructionDocument> left = await host.InstructionsAsync(Batch);
        Assert.Equal(waited, left.Count(instruction => instruction.Rejection == RejectionReason.Cancelled));

        await host.PublishAsync(Given.Run("later", Given.OneRound, wanted: 2));
        BatchDocument later = await host.CompletedAsync(BatchDocument.IdOf("later", "buying/summarisation"));
        Assert.Null(later.Shortfall);
        Assert.Contains(left.Single(instruction => instruction.IsExemplar).Id, later.InstructionIds);
    }
}
