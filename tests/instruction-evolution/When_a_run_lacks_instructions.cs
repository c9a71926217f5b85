using System.Net.Http.Json;
using DialInsight.Contracts.InstructionEvolution;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_a_run_lacks_instructions
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Each_cell_gets_as_many_as_it_wants_people_s_and_a_model_s(string language)
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path);
        string[] tasks = ["information-extraction", "summarisation", "reasoning-judgement", "speech-generation", "comparison"];
        await host.PublishAsync(Given.Transcript("t1", language));
        await host.PublishAsync(Given.Transcript("t2", language));

        await host.PublishAsync(Given.Run("r", Given.OneRound, 4, language, tasks));

        foreach (string task in tasks)
        {
            BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", $"buying/{task}"));
            List<InstructionDocument> instructions = await host.InstructionsAsync(batch.Id);
            InstructionDocument[] approved = [.. instructions.Where(instruction => instruction.State == InstructionState.Approved)];
            Assert.Null(batch.Shortfall);
            Assert.Equal(4, approved.Length);
            Assert.Equal(approved.Select(instruction => instruction.Id).Order(StringComparer.Ordinal), batch.InstructionIds);
            Assert.Contains(approved, instruction => instruction.Origin == InstructionDocument.Human);
            Assert.Contains(approved, instruction => instruction.Origin == "offline-annotator/1");
            Assert.All(approved, instruction => Assert.Equal("policy:thresholds", instruction.ApprovedBy));
            Assert.All(instructions, instruction => Assert.Null(instruction.Gate));
            Assert.All(instructions.Where(instruction => instruction.State == InstructionState.Rejected), fallen => Assert.NotNull(fallen.Rejection));
        }
    }

    [Fact]
    public async Task Others_are_told_of_each_approved_instruction_and_of_the_end()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path);
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.OneRound));

        await EvolutionHost.UntilAsync(() => Task.FromResult(host.Facts.Completed.Count > 0 && host.Facts.Approved.Count >= 4), "the facts are told");

        BatchCompleted completed = host.Facts.Completed[0];
        Assert.Equal(("r", "buying/summarisation"), (completed.RunId, completed.CellId));
        Assert.Equal(completed.InstructionIds, host.Facts.Approved.Select(fact => fact.InstructionId).Order(StringComparer.Ordinal));
        InstructionApproved evolved = host.Facts.Approved.First(fact => fact.Operator is not null);
        Assert.NotEqual(evolved.InstructionId, evolved.RootId);
        Assert.Equal(evolved.RootId, evolved.ParentId);
        Assert.Contains(completed.Spend, spend => spend.Purpose == "seed" && spend.Calls > 0);
        Assert.Contains(completed.Spend, spend => spend.Purpose == "evolve" && spend.Calls > 0);
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_instructions()
    {
        List<IReadOnlyList<string>> outcomes = [];
        foreach (string run in (string[])["first", "second"])
        {
            using DataFolder folder = new();
            await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path);
            await host.PublishAsync(Given.Transcript("t1"));
            await host.PublishAsync(Given.Transcript("t2"));
            await host.PublishAsync(Given.Run(run, Given.OneRound, 4, "zh", "comparison", "summarisation", "speech-generation"));
            List<string> ids = [];
            foreach (string task in (string[])["comparison", "summarisation", "speech-generation"])
                ids.AddRange((await host.CompletedAsync(BatchDocument.IdOf(run, $"buying/{task}"))).InstructionIds);
            outcomes.Add(ids);
        }

        Assert.Equal(outcomes[0], outcomes[1]);
    }

    [Fact]
    public async Task A_redelivery_opens_no_second_batch_and_tells_again()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path);
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        RunStarted run = Given.Run("r", Given.OneRound);
        await host.PublishAsync(run);
        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        await host.PublishAsync(run);
        await EvolutionHost.UntilAsync(() => Task.FromResult(host.Facts.Completed.Count >= 2 && host.Facts.Approved.Count >= 8), "everything is told again");

        Assert.Single(host.Facts.Completed.Select(fact => fact.Id).Distinct());
        Assert.Equal(4, host.Facts.Approved.Select(fact => fact.Id).Distinct().Count());
        Assert.Equal(1, await host.Store.Batches.CountAsync(DialInsight.Storage.Query.All, CancellationToken.None));
        Assert.Equal(batch.CompletedAt, (await host.BatchAsync(batch.Id)).CompletedAt);
    }

    [Fact]
    public async Task It_waits_for_its_transcripts_and_not_for_a_run_that_is_over()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path);
        await host.PublishAsync(Given.Run("waits", Given.OneRound));
        await host.PublishAsync(Given.Run("ends", Given.OneRound, tasks: "comparison"));
        string waiting = BatchDocument.IdOf("waits", "buying/summarisation"), ended = BatchDocument.IdOf("ends", "buying/comparison");
        await EvolutionHost.UntilAsync(async () => await host.Store.Batches.CountAsync(DialInsight.Storage.Query.All, CancellationToken.None) == 2, "both are open");
        await host.PublishAsync(Given.Transcript("t1"));

        await host.PublishAsync(new RunEnded { Id = Guid.NewGuid(), OccurredAt = TimeProvider.System.GetUtcNow(), RunId = "ends", Ending = RunEnding.Cancelled });
        await EvolutionHost.UntilAsync(async () => (await host.BatchAsync(ended)).State == BatchState.Cancelled, "the run's batch is cancelled");
        Assert.Equal(BatchState.Waiting, (await host.BatchAsync(waiting)).State);

        await host.PublishAsync(Given.Transcript("t2"));
        await host.CompletedAsync(waiting);
        Assert.Empty(await host.InstructionsAsync(ended));
    }

    [Fact]
    public async Task Each_round_builds_on_the_one_before_with_another_operator()
    {
        using DataFolder folder = new();
        int turn = 0;
        string[] additions = ["逐条附上原话。", "区分客户与经纪人各自的说法。", "数字保留原来的单位。", "前后矛盾的地方以最后一次为准。", "没有提到的内容写明未提及。", "按重要程度排列。"];
        WrittenModel model = new() { Evolve = facts => WrittenModel.Evolved(facts.Instruction + additions[Interlocked.Increment(ref turn) % additions.Length]) };
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", CurationPolicy.Thresholds with { Rounds = 3 }, wanted: 2));

        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        Dictionary<string, InstructionDocument> byId = (await host.InstructionsAsync(batch.Id)).ToDictionary(instruction => instruction.Id);
        InstructionDocument third = byId.Values.Single(instruction => instruction is { State: InstructionState.Approved, Round: 3 });
        InstructionDocument second = byId[third.ParentId!], first = byId[second.ParentId!], seed = byId[first.ParentId!];
        Assert.Equal((2, 1, 0), (second.Round, first.Round, seed.Round));
        Assert.All([first, second, third], instruction => Assert.Equal(seed.Id, instruction.RootId));
        Assert.Equal(3, new[] { first, second, third }.Select(instruction => instruction.Operator).Distinct().Count());
        Assert.Equal([$"real-estate@1.0.0:evolve/1+{third.Operator}/1", "real-estate@1.0.0:seed/1"], new[] { third, seed }.Select(instruction => instruction.PromptVersion));
    }

    [Fact]
    public async Task A_later_batch_of_the_same_cell_waits_and_counts_what_was_approved_meanwhile()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("first", Given.ManualOneRound, wanted: 2));
        string first = BatchDocument.IdOf("first", "buying/summarisation"), second = BatchDocument.IdOf("second", "buying/summarisation");
        await EvolutionHost.UntilAsync(async () => (await host.InstructionsAsync(first)).Count > 0, "the first batch is under way");

        await host.PublishAsync(Given.Run("second", Given.OneRound, wanted: 2));
        await EvolutionHost.UntilAsync(
            async () => await host.Store.Batches.FindAsync(second, CancellationToken.None) is { } waiting && waiting.Document.Behind == first, "the second waits for the first");
        HttpResponseMessage own = await host.Http.PostAsJsonAsync(
            "/instructions", new { domain = "real-estate", scenario = "buying", taskType = "summarisation", language = "zh", text = "总结客户为什么还在犹豫。" });
        await host.PublishAsync(new RunEnded { Id = Guid.NewGuid(), OccurredAt = TimeProvider.System.GetUtcNow(), RunId = "first", Ending = RunEnding.Cancelled });

        BatchDocument completed = await host.CompletedAsync(second);
        Assert.True(own.IsSuccessStatusCode);
        Assert.Equal(2, completed.InstructionIds.Count);
        Assert.Contains(InstructionDocument.IdOf("real-estate", "buying", "summarisation", "zh", "总结客户为什么还在犹豫。"), completed.InstructionIds);
    }
}
