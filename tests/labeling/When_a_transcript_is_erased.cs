using System.Text.Json;
using DialInsight.Contracts.Erasure;
using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Labeling.Tests.Fixtures;
using DialInsight.ScriptedModel;

namespace DialInsight.Labeling.Tests;

public sealed class When_a_transcript_is_erased
{
    [Fact]
    public async Task A_label_loses_its_words_and_keeps_what_it_cost()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([]);
        LabelAssignment assignment = Some.Assignment(slot: 8);
        await host.PublishAsync(Some.Request(assignment));
        await LabelingHost.UntilAsync(() => host.Told.Labels.Count == 1, "a label");
        await host.PublishAsync(Erased(assignment.TranscriptId));
        await LabelingHost.UntilAsync(() => host.Told.Erasures.Count == 1, "an answer");

        JsonElement label = await host.GetAsync($"/labels/{assignment.AttemptId}");
        Assert.Equal("erased", label.GetProperty("state").GetString());
        Assert.DoesNotContain("atlas", label.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, label.GetProperty("spend").GetArrayLength());
        ErasureApplied answer = Assert.Single(host.Told.Erasures);
        Assert.Equal(("labeling", "e-1", 1, 1), (answer.Service, answer.ErasureId, answer.Counts["labels"], answer.Counts["answers"]));
    }

    [Fact]
    public async Task A_request_that_comes_late_is_not_put_to_the_model()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([]);
        LabelAssignment assignment = Some.Assignment(slot: 8);
        await host.PublishAsync(Erased(assignment.TranscriptId));
        await LabelingHost.UntilAsync(() => host.Told.Erasures.Count == 1, "an answer");
        await host.PublishAsync(Some.Request(assignment));
        await LabelingHost.UntilAsync(() => host.Told.Failures.Count == 1, "a failure");

        Assert.Equal(FailureClass.Erased, host.Told.Failure.Class);
        Assert.Empty(host.Model.Ledger.Entries);
        Assert.DoesNotContain("atlas", (await host.GetAsync($"/labels/{assignment.AttemptId}")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_being_worked_ends_and_its_answer_is_not_kept()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 3000 }]);
        LabelAssignment assignment = Some.Assignment(slot: 8);
        await host.PublishAsync(Some.Request(assignment));
        await LabelingHost.UntilAsync(() => host.Model.Ledger.InFlight == 1, "the call is on its way");
        await host.PublishAsync(Erased(assignment.TranscriptId));
        await LabelingHost.UntilAsync(() => host.Told.Failures.Count == 1, "a failure");

        await LabelingHost.UntilAsync(() => host.Model.Ledger.Count == 1, "the call has ended");
        Assert.Equal(FailureClass.Erased, host.Told.Failure.Class);
        Assert.Empty(host.Told.Labels);
    }

    [Fact]
    public async Task Being_told_twice_counts_once()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([]);
        LabelAssignment assignment = Some.Assignment(slot: 8);
        await host.PublishAsync(Some.Request(assignment));
        await LabelingHost.UntilAsync(() => host.Told.Labels.Count == 1, "a label");
        await host.PublishAsync(Erased(assignment.TranscriptId));
        await LabelingHost.UntilAsync(() => host.Told.Erasures.Count == 1, "an answer");
        await host.PublishAsync(Erased(assignment.TranscriptId));
        await LabelingHost.UntilAsync(() => host.Told.Erasures.Count == 2, "the same answer");

        Assert.Single(host.Told.Erasures.Select(answer => answer.Id).Distinct());
        Assert.All(host.Told.Erasures, answer => Assert.Equal(1, answer.Counts["labels"]));
    }

    private static TranscriptErased Erased(string transcript) =>
        new() { Id = Guid.NewGuid(), OccurredAt = DateTimeOffset.UnixEpoch, ErasureId = "e-1", TranscriptId = transcript, Subject = "s" };
}
