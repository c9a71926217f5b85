using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using static DialInsight.InstructionEvolution.Tests.GateQueue;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_an_operator_is_looked_at
{
    [Fact]
    public async Task What_it_kept_and_dropped_adds_up_with_its_cost()
    {
        using DataFolder folder = new();
        int calls = 0;
        WrittenModel model = new()
        {
            Evolve = facts => Interlocked.Increment(ref calls) % 2 == 0 ? "抱歉，我无法改写这条指令。" : WrittenModel.Evolved($"{facts.Instruction}请在结论后面逐条附上客户或经纪人的原话作为依据。"),
        };
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", CurationPolicy.Thresholds with { Rounds = 3 }, wanted: 6));
        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        JsonElement figures = await host.GetAsync($"/instructions/operators?batch={batch.Id}");

        JsonElement[] tallies = [.. figures.GetProperty("operators").EnumerateArray().Select(figure => figure.GetProperty("tally"))];
        Assert.Equal(calls, tallies.Sum(tally => tally.GetProperty("applied").GetInt32()));
        Assert.Equal(calls / 2, tallies.Sum(tally => tally.GetProperty("dropped").TryGetProperty("refusal", out JsonElement refused) ? refused.GetInt32() : 0));
        Assert.All(tallies, tally => Assert.Equal(
            tally.GetProperty("applied").GetInt32(), tally.GetProperty("kept").GetInt32() + tally.GetProperty("dropped").EnumerateObject().Sum(drop => drop.Value.GetInt32())));
        Assert.Equal(0.01m * calls, tallies.Sum(tally => tally.GetProperty("cost").GetDecimal()));
        Assert.Equal(24, figures.GetProperty("operators").EnumerateArray().First(figure => figure.GetProperty("meanAddedLength").ValueKind == JsonValueKind.Number).GetProperty("meanAddedLength").GetDouble());
        Assert.Equal(batch.InstructionIds.Count, figures.GetProperty("approved").EnumerateObject().Sum(count => count.Value.GetInt32()));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.25, 25)]
    [InlineData(1.0, 100)]
    public void The_share_in_breadth_is_spread_evenly(double share, int bred)
    {
        EvolutionOperator[] dealt = [.. Enumerable.Range(0, 100).Select(turn => EvolutionOperator.At(0, turn, 0, share))];

        Assert.Equal(bred, dealt.Count(known => known.Id == "breadth"));
        if (bred < 100)
            Assert.Equal(6, dealt.Where(known => known.Id != "breadth").Distinct().Count());
    }

    [Fact]
    public async Task A_suggestion_stands_beside_the_instruction_and_an_edit_says_that_it_began_with_it()
    {
        using DataFolder folder = new();
        Queue<string> answers = new([WrittenModel.Evolved("归纳客户的购房预算、首付与贷款安排。"), "抱歉，我无法完成这个请求。"]);
        WrittenModel model = new() { Evolve = _ => answers.Dequeue() };
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        await OpenManualAsync(host);
        JsonElement seed = (await QueueAsync(host, "curation")).First(waiting => Text(waiting, "text") == WrittenModel.Good[0]);
        string path = $"/instructions/{Text(seed, "id")}/suggestions";

        JsonElement suggested = await JsonAsync(await host.Http.PostAsJsonAsync(path, new { guidance = "把贷款也写上" }));
        HttpResponseMessage refused = await host.Http.PostAsJsonAsync(path, new { });
        JsonElement edited = await JsonAsync(await DecideAsync(host, seed, new { decision = "edit", text = "归纳客户的购房预算、首付和贷款安排。", suggestion = 1 }));

        JsonElement suggestion = Assert.Single(suggested.GetProperty("suggestions").EnumerateArray());
        Assert.Equal(("written-model", "real-estate@1.0.0:suggest/1", "把贷款也写上"), (Text(suggestion, "model"), Text(suggestion, "promptVersion"), Text(suggestion, "guidance")));
        Assert.Contains(suggestion.GetProperty("diff").EnumerateArray(), change => Text(change, "kind") == "added" && Text(change, "text") == "与贷款");
        Assert.Equal((HttpStatusCode.BadGateway, "https://dialinsight.dev/problems/suggestion-unusable"), (refused.StatusCode, Text(await JsonAsync(refused), "type")));
        JsonElement decision = edited.GetProperty("history").EnumerateArray().Last();
        Assert.Equal("归纳客户的购房预算、首付与贷款安排。", Text(decision, "suggestion"));
        Assert.NotEmpty(decision.GetProperty("diff").EnumerateArray());
        Assert.Equal(HttpStatusCode.Conflict, (await host.Http.PostAsJsonAsync(path, new { })).StatusCode);
        Assert.Equal(2, model.Paid.Count(paid => paid.Account == $"instruction/{Text(seed, "id")}"));
    }

    [Theory]
    [InlineData("en", "Sum up the call.", "Sum up the whole call now.", "Kept:Sum up the |Removed:call.|Added:whole call now.")]
    [InlineData("zh", "概括预算。", "概括预算。", "Kept:概括预算。")]
    [InlineData("zh", "", "预算", "Added:预算")]
    internal void A_diff_spells_both_texts(string language, string before, string after, string changes)
    {
        IReadOnlyList<Curation.TextChange> diff = Curation.TextDiff.Between(before, after, language);

        Assert.Equal(changes, string.Join('|', diff.Select(change => $"{change.Kind}:{change.Text}")));
        Assert.Equal(before, string.Concat(diff.Where(change => change.Kind != Curation.ChangeKind.Added).Select(change => change.Text)));
        Assert.Equal(after, string.Concat(diff.Where(change => change.Kind != Curation.ChangeKind.Removed).Select(change => change.Text)));
    }

    [Fact]
    public void What_was_erased_leaves_no_words_in_suggestions_and_changes()
    {
        InstructionDocument instruction = GateSamples.Edited();

        InstructionDocument erased = instruction.WithoutDialogue(DateTimeOffset.UnixEpoch)!;

        Assert.Empty(erased.Text);
        Assert.Empty(erased.Suggestions);
        Assert.All(erased.History, step => Assert.True(step.Diff.Count == 0 && step.Suggestion is null));
    }
}
