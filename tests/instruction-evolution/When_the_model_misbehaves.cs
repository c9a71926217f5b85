using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.LanguageModels;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_the_model_misbehaves
{
    [Fact]
    public async Task Bad_seeds_fall_each_for_its_reason_and_good_ones_remain()
    {
        WrittenModel model = new()
        {
            Seed = (_, draw) => draw > 0
                ? WrittenModel.Seeds(WrittenModel.Good[1])
                : WrittenModel.Seeds("，概括预算和首付安排。", "新指令：概括客户的预算。", "概括预算。", "Summarise the buyer's budget.", "概括客户的预算，包括：", WrittenModel.Good[0], WrittenModel.Good[0]),
        };
        BatchDocument batch = await RunAsync(model, async (host, batch) =>
        {
            List<InstructionDocument> instructions = await host.InstructionsAsync(batch.Id);
            Assert.Equal(5, instructions.Count(instruction => instruction is { State: InstructionState.Rejected, ParentId: null }));
            Assert.All(instructions.Where(instruction => instruction.State == InstructionState.Rejected), fallen => Assert.Equal(fallen.Rejection.ToString(), fallen.History[^1].Reason));
        });

        Assert.Null(batch.Shortfall);
        Assert.Equal(
            ["TooShort 1", "PunctuationLed 1", "Truncated 1", "WrongLanguage 1", "Duplicate 1", "Leak 1"],
            batch.Drops.OrderBy(drop => drop.Key).Select(drop => $"{drop.Key} {drop.Value}"));
    }

    [Theory]
    [InlineData("not json at all", RejectionReason.MalformedAnswer)]
    [InlineData("{\"instructions\": 7}", RejectionReason.MalformedAnswer)]
    [InlineData("{\"instructions\": []}", RejectionReason.NoContent)]
    [InlineData("抱歉，我无法完成这个请求。", RejectionReason.Refusal)]
    [InlineData("", RejectionReason.NoContent)]
    internal async Task An_unusable_answer_is_recorded_and_exemplars_fill_the_cell(string answer, RejectionReason reason)
    {
        BatchDocument batch = await RunAsync(new WrittenModel { Seed = (_, _) => answer });

        Assert.Null(batch.Shortfall);
        Assert.Equal(4, batch.InstructionIds.Count);
        Assert.Equal([reason], batch.Drops.Keys);
        Assert.True(batch.Rejected >= 1);
    }

    [Theory]
    [InlineData("抱歉，我无法改写这条指令。", RejectionReason.Refusal)]
    [InlineData("改写后的指令：归纳客户的预算、首付和贷款安排，附上原话。", RejectionReason.Leak)]
    [InlineData("好的，请问您想增加哪方面的约束？", RejectionReason.ConversationalReply)]
    [InlineData("请先提供对话内容，我会据此改写。", RejectionReason.AsksForInput)]
    [InlineData("……", RejectionReason.NoContent)]
    internal async Task What_is_eliminated_leaves_its_parent_in_place(string text, RejectionReason reason)
    {
        WrittenModel model = new() { Evolve = _ => WrittenModel.Evolved(text) };
        BatchDocument batch = await RunAsync(model, async (host, batch) =>
        {
            List<InstructionDocument> instructions = await host.InstructionsAsync(batch.Id);
            Assert.Equal(2, instructions.Count(instruction => instruction is { State: InstructionState.Approved, Origin: "written-model", ParentId: null }));
        });

        Assert.Null(batch.Shortfall);
        // Both parents gave the same text: one is kept with its reason, the other repeats it.
        Assert.Contains(reason, batch.Drops.Keys);
        Assert.Equal(2, batch.Drops.Values.Sum());
    }

    [Fact]
    public async Task A_refused_request_is_recorded_and_the_batch_goes_on()
    {
        BatchDocument batch = await RunAsync(new WrittenModel { Before = (_, _, _) => throw new ModelRefusedRequestException("The key is wrong.") });

        Assert.Null(batch.Shortfall);
        Assert.Equal([RejectionReason.RefusedRequest], batch.Drops.Keys);
    }

    [Fact]
    public async Task A_model_that_is_away_is_waited_for()
    {
        int failures = 0;
        WrittenModel model = new()
        {
            Before = (request, _, _) => request.Purpose == ModelPurpose.Evolve && Interlocked.Increment(ref failures) == 1
                ? throw new ModelUnavailableException("It is away.")
                : Task.CompletedTask,
        };

        BatchDocument batch = await RunAsync(model);

        Assert.Null(batch.Shortfall);
        Assert.Empty(batch.Drops);
        Assert.Equal((0, null), (batch.Setbacks, batch.NotBefore));
        Assert.Equal(model.Paid.Count, batch.Spend.Sum(spend => spend.Calls));
    }

    [Fact]
    public async Task A_batch_that_finds_nothing_says_why_it_is_short()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel { Seed = (_, _) => "nothing" });
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.OneRound, wanted: 40));

        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        Assert.StartsWith($"{batch.InstructionIds.Count} of 40 after 3 cycles", batch.Shortfall, StringComparison.Ordinal);
        Assert.Contains("the answer was not the JSON that was asked for (", batch.Shortfall, StringComparison.Ordinal);
    }

    private static async Task<BatchDocument> RunAsync(WrittenModel model, Func<EvolutionHost, BatchDocument, Task>? look = null)
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.OneRound));
        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));
        if (look is not null)
            await look(host, batch);
        return batch;
    }
}
