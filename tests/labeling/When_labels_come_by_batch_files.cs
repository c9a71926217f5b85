using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Labeling.Labels;
using DialInsight.Labeling.Tests.Fixtures;

namespace DialInsight.Labeling.Tests;

public sealed class When_labels_come_by_batch_files
{
    private static readonly string[] s_settings = ["--LabelBatches:Enabled=true", "--LabelBatches:GatherSeconds=30", "--LabelBatches:PollSeconds=5", "--LabelBatches:MaximumRequests=6"];

    [Fact]
    public async Task Should_label_every_request_for_half_the_price()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([], s_settings);
        for (int slot = 0; slot < 8; slot++)
            await host.PublishAsync(Some.Request(Some.Assignment(slot: slot)));
        // A message that comes again finds the attempt waiting.
        await host.PublishAsync(Some.Request(Some.Assignment(slot: 0)));
        await LabelingHost.UntilAsync(() => host.Told.Labels.Count == 8, "the labels");

        Assert.Equal(8, host.Model.Ledger.Count);
        ModelSpend spend = host.Told.Labels.Values.First().Spend.Single();
        Assert.Equal((1, spend.InputTokens / 2_000_000m), (spend.Calls, spend.Cost));
        JsonElement row = Assert.Single((await host.GetAsync("/spend?run=run")).EnumerateArray());
        Assert.Equal((8, 0), (row.GetProperty("calls").GetInt32(), row.GetProperty("cacheHits").GetInt32()));
    }

    [Fact]
    public async Task Should_ask_one_by_one_for_what_the_batch_left_out()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([], s_settings);
        LabelAssignment left = Some.Assignment(slot: 1) with { Turns = [new Turn("reader", "There is no batch of mine."), new Turn("librarian", "I see.")] };
        await host.PublishAsync(Some.Request(Some.Assignment()));
        await host.PublishAsync(Some.Request(left));
        await LabelingHost.UntilAsync(() => host.Told.Labels.Count == 2, "the labels");

        Assert.Equal(2, host.Model.Ledger.Count);
        Assert.Equal(2, host.Told.Labels.Values.Select(label => label.Spend.Single().Cost / label.Spend.Single().InputTokens).Distinct().Count());
    }

    [Fact]
    public async Task Should_go_on_with_what_another_process_left_waiting()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([], s_settings);
        LabelAssignment assignment = Some.Assignment();
        await host.Get<LabelingStore>().Labels.InsertAsync(
            new LabelDocument { Assignment = assignment, State = LabelState.Batched, Owner = "", ClaimedAt = DateTimeOffset.UnixEpoch }, TestContext.Current.CancellationToken);
        await host.Get<LabelingStore>().BatchDuties.InsertAsync(new Batches.BatchDuty(Batches.BatchDuty.TheOne, "0123456789abcdef"), TestContext.Current.CancellationToken);

        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty, "the label");

        Assert.Equal(1, host.Model.Ledger.Count);
    }
}
