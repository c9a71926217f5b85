using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_the_pool_is_asked_for_similar_ones
{
    [Fact]
    public async Task What_came_since_is_found_and_after_a_restart_everything()
    {
        using DataFolder folder = new();
        string id;
        await using (EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel()))
        {
            InstructionIndex index = new(host.Store);
            await index.CatchUpAsync("real-estate", "zh", TestContext.Current.CancellationToken);
            Assert.Null(await FindAsync(index, "归纳买家的购房预算和首付安排。"));

            id = await AddAsync(host, "归纳客户的购房预算与首付安排。");
            await index.CatchUpAsync("real-estate", "zh", TestContext.Current.CancellationToken);
            Assert.Equal(id, (await FindAsync(index, "归纳买家的购房预算和首付安排。"))?.Id);
            Assert.Null(await FindAsync(index, "经纪人怎样回应贷款利率的问题？"));
        }

        await using EvolutionHost again = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        InstructionIndex filled = new(again.Store);
        await filled.CatchUpAsync("real-estate", "zh", TestContext.Current.CancellationToken);
        Assert.Equal(id, (await FindAsync(filled, "归纳买家的购房预算和首付安排。"))?.Id);
    }

    [Fact]
    public async Task A_seed_that_falls_names_the_one_it_repeats()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        string known = await AddAsync(host, "归纳买家的购房预算与首付的安排。", task: "comparison");
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.OneRound));
        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        InstructionDocument fallen = Assert.Single(await host.InstructionsAsync(batch.Id), instruction => instruction.Text == WrittenModel.Good[0]);
        Assert.Equal((RejectionReason.Duplicate, known), (fallen.Rejection, fallen.SimilarTo));
    }

    private static Task<InstructionDocument?> FindAsync(InstructionIndex index, string text) =>
        index.FindAsync("real-estate", "zh", text, 0.7, known => known.IsPoolMember, TestContext.Current.CancellationToken);

    private static async Task<string> AddAsync(EvolutionHost host, string text, string task = "summarisation")
    {
        using HttpResponseMessage answer = await host.Http.PostAsJsonAsync("/instructions", new { domain = "real-estate", scenario = "buying", taskType = task, language = "zh", text });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
