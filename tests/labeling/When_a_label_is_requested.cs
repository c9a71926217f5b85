using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.Labeling.Labels;
using DialInsight.Labeling.Runs;
using DialInsight.Labeling.Tests.Fixtures;
using DialInsight.LanguageModels;
using DialInsight.ScriptedModel;
using DialInsight.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Labeling.Tests;

public sealed class When_a_label_is_requested
{
    [Fact]
    public async Task Should_tell_a_valid_answer()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([]);
        await host.PublishAsync(Some.Request());
        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty, "the label");

        SampleLabeled label = host.Told.Label;
        Assert.Contains("\"mood\"", label.Answer, StringComparison.Ordinal);
        Assert.False(label.Repaired);
        Assert.Equal(1, Assert.Single(label.Spend).Calls);
        Assert.Equal("labeled", (await host.GetAsync($"/labels/{label.Assignment.AttemptId}")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Should_have_an_answer_repaired_once()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = ScriptedBehaviour.AnswerWrongChoices, Until = 1 }]);
        await host.PublishAsync(Some.Request());
        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty || !host.Told.Failures.IsEmpty, "the label");
        Assert.Empty(host.Told.Failures.Values.Select(failure => failure.Reason));

        Assert.True(host.Told.Label.Repaired);
        Assert.Equal(2, host.Told.Label.Spend.Sum(spend => spend.Calls));
    }

    public static TheoryData<ScriptedBehaviour, int, FailureClass, int> Failures => new()
    {
        { ScriptedBehaviour.AnswerWrongChoices, 200, FailureClass.InvalidAnswer, 2 },
        { ScriptedBehaviour.Refuse, 200, FailureClass.Refused, 1 },
        { ScriptedBehaviour.CutOff, 200, FailureClass.Truncated, 1 },
        { ScriptedBehaviour.Fail, 404, FailureClass.RequestRejected, 1 },
        { ScriptedBehaviour.Fail, 401, FailureClass.KeyRefused, 1 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Should_tell_a_failure_and_its_class(ScriptedBehaviour behaviour, int status, FailureClass expected, int calls)
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = behaviour, Status = status }]);
        LabelRequested request = Some.Request();
        await host.PublishAsync(request);
        await LabelingHost.UntilAsync(() => !host.Told.Failures.IsEmpty, "the failure");

        Assert.Equal((expected, request.Assignment.AttemptId), (host.Told.Failure.Class, host.Told.Failure.AttemptId));
        Assert.NotEmpty(host.Told.Failure.Reason);
        Assert.Equal(calls, host.Model.Ledger.Count);
        Assert.Empty(host.Told.Labels);
    }

    [Fact]
    public async Task Should_wait_for_a_model_that_is_away()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 503 }]);
        await host.PublishAsync(Some.Request());
        await LabelingHost.UntilAsync(() => host.Model.Ledger.Count >= 8, "calls in vain");
        Assert.Empty(host.Told.Failures);

        host.Model.Play([]);
        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty, "the label");
        Assert.Empty(host.Told.Failures);
    }

    [Fact]
    public async Task Should_fail_one_attempt_for_a_key_that_is_refused_and_hold_the_others()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 403 }], "--LanguageModel:MaxConcurrency=1");
        for (int slot = 0; slot < 5; slot++)
            await host.PublishAsync(Some.Request(Some.Assignment(slot: slot)));
        await LabelingHost.UntilAsync(() => !host.Told.Failures.IsEmpty, "the failure");
        using HttpResponseMessage ready = await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"models\":\"degraded\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        host.Model.Play([]);
        await LabelingHost.UntilAsync(() => host.Told.Labels.Count == 4, "the labels of the others");
        Assert.Equal(FailureClass.KeyRefused, host.Told.Failure.Class);
        await LabelingHost.UntilAsync(async () => (await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "ready again");
    }

    [Fact]
    public async Task Should_call_the_model_once_for_a_message_that_comes_many_times()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 200 }]);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PublishAsync(Some.Request())));
        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty, "the label");
        await host.PublishAsync(Some.Request());
        await host.PublishAsync(Some.Request(Some.Assignment(slot: 1)));
        await LabelingHost.UntilAsync(() => host.Told.Labels.Count == 2, "the other label");

        Assert.Equal(2, host.Model.Ledger.Count);
    }

    [Fact]
    public async Task Should_take_over_the_claim_of_a_worker_that_is_dead()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([]);
        LabelAssignment assignment = Some.Assignment();
        await host.Get<LabelingStore>().Labels.InsertAsync(
            new LabelDocument { Assignment = assignment, State = LabelState.Claimed, Owner = "0123456789abcdef", ClaimedAt = DateTimeOffset.UnixEpoch },
            TestContext.Current.CancellationToken);
        await host.PublishAsync(Some.Request(assignment));

        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty, "the label");
        Assert.Equal(host.Get<Presence>().WriterId, (await host.Get<LabelingStore>().Labels.FindAsync(assignment.AttemptId, default))!.Document.Owner);
    }

    [Fact]
    public async Task Should_skip_what_is_queued_for_a_run_that_is_over()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([]);
        await host.PublishAsync(new RunEnded { Id = DeterministicId.Guid("over"), OccurredAt = DateTimeOffset.UnixEpoch, RunId = "over", Ending = RunEnding.Cancelled });
        await LabelingHost.UntilAsync(() => host.Get<EndedRuns>().HasEndedAsync("over", default), "the end is known");
        await host.PublishAsync(Some.Request(Some.Assignment("over")));
        await host.PublishAsync(Some.Request(Some.Assignment("other")));
        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty, "the other run's label");

        Assert.Equal("other", host.Told.Label.Assignment.RunId);
        Assert.Equal(1, host.Model.Ledger.Count);
    }

    [Fact]
    public async Task Should_end_a_request_that_cannot_be_worked_as_a_failure()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([], services => services.AddSingleton<ILanguageModels, BrokenModels>());
        await host.PublishAsync(Some.Request());

        await LabelingHost.UntilAsync(() => !host.Told.Failures.IsEmpty, "the failure");
        Assert.Equal(FailureClass.DeadLetter, host.Told.Failure.Class);
        Assert.Contains(nameof(NotImplementedException), host.Told.Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_work_a_request_whose_first_try_broke_off()
    {
        var models = new BrokenModels { Times = 1 };
        await using LabelingHost host = await LabelingHost.StartAsync([], services => services.AddSingleton<ILanguageModels>(models));
        await host.PublishAsync(Some.Request());

        await LabelingHost.UntilAsync(() => !host.Told.Labels.IsEmpty, "the label");
        Assert.Empty(host.Told.Failures);
    }

    private sealed class BrokenModels : ILanguageModels, ILanguageModel
    {
        private int _calls;

        public int Times { get; init; } = int.MaxValue;

        public ILanguageModel Labeller => this;

        public ILanguageModel Judge => this;

        public string Name => "broken/1";

        public Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref _calls) <= Times
                ? throw new NotImplementedException("a defect")
                : Task.FromResult(new ModelAnswer { Text = """{"mood":"calm"}""", Model = Name, Stop = ModelStop.Finished, Spend = new("label", Name, 1, 1, 1, 0) });
    }
}
