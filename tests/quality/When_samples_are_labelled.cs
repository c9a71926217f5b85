using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.LanguageModels;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.Storage;

namespace DialInsight.Quality.Tests;

public sealed class When_samples_are_labelled
{
    [Fact]
    public async Task Should_tell_what_the_majority_decided()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge
        {
            Answer = (facts, _) => facts.Vote == 1 ? ScriptedJudge.Medium : ScriptedJudge.High,
        });
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");

        SampleJudged told = host.Told.Judged[0];
        Assert.Equal(JudgementOutcome.Accepted, told.Outcome);
        Assert.Equal(QualityLevel.High, told.Level);
        Assert.Equal("judge/1", told.DecidedBy);
        Assert.Equal(3, told.Spend.Single().Calls);
        Assert.Equal([0, 1, 2], host.Judge.Requests.Select(request => request.Draw).Order());
    }

    [Fact]
    public async Task Should_leave_a_disagreement_to_people()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge
        {
            Answer = (facts, _) => facts.Vote switch { 0 => ScriptedJudge.High, 1 => ScriptedJudge.Medium, _ => ScriptedJudge.Low },
        });
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");
        Assert.Equal(JudgementOutcome.InReview, host.Told.Judged[0].Outcome);
        Assert.Null(host.Told.Judged[0].Level);
    }

    [Fact]
    public async Task Should_ask_once_more_for_an_unreadable_verdict_and_then_call_it_unjudged()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge { Answer = (_, _) => "I would say it is quite good." });
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");
        Assert.Equal(JudgementOutcome.Unjudged, host.Told.Judged[0].Outcome);
        Assert.Equal([0, 1, 2, 3, 4, 5], host.Judge.Requests.Select(request => request.Draw).Order());
    }

    [Fact]
    public async Task Should_not_ask_the_judge_about_an_answer_that_fails_a_hard_gate()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await host.PublishAsync(Some.Labeled(Some.Assignment(), "Short."));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");
        SampleJudged told = host.Told.Judged[0];
        Assert.Equal((JudgementOutcome.Rejected, QualityLevel.Low, "gates"), (told.Outcome, told.Level, told.DecidedBy));
        Assert.Contains(told.Reasons, reason => reason.StartsWith("length:", StringComparison.Ordinal));
        Assert.Empty(host.Judge.Requests);
    }

    [Fact]
    public async Task Should_give_a_slot_to_one_sample_only_and_call_the_other_surplus()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        for (int number = 0; number < 8; number++)
            await host.PublishAsync(Some.Labeled(Some.Assignment(number: number)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 8, "eight judgements");
        Assert.Single(host.Told.Judged, told => told.Outcome == JudgementOutcome.Accepted);
        Assert.Equal(7, host.Told.Judged.Count(told => told.Outcome == JudgementOutcome.Surplus));
    }

    [Fact]
    public async Task Should_tell_the_same_again_when_a_message_comes_twice()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(() => !host.Told.Facts.IsEmpty, "a judgement");
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(() => host.Told.Facts.Count == 2, "the judgement again");

        SampleJudged told = Assert.Single(host.Told.Judged);
        Assert.Equal(JudgementOutcome.Accepted, told.Outcome);
        Assert.Equal(1, await host.Get<IDocumentCollection<Judgement>>().CountAsync(Query.All, TestContext.Current.CancellationToken));
        Assert.Equal(1, await host.Get<IDocumentCollection<Sample>>().CountAsync(Query.All, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_wait_for_a_judge_that_is_away_and_judge_when_it_is_back()
    {
        var away = new ScriptedJudge { Answer = (_, _) => throw new ModelUnavailableException("away") };
        await using QualityHost host = await QualityHost.StartAsync(away);
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(
            async () => await host.Get<IDocumentCollection<StandingSample>>().CountAsync(Query.All, TestContext.Current.CancellationToken) == 1,
            "a standing sample");
        Assert.Empty(host.Told.Judged);

        away.Answer = (_, _) => ScriptedJudge.High;
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");
        Assert.Equal(JudgementOutcome.Accepted, host.Told.Judged[0].Outcome);
    }

    [Fact]
    public async Task Should_end_a_sample_whose_message_cannot_be_worked_as_unjudged()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge { Answer = (_, _) => throw new InvalidOperationException("a defect") });
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");
        Assert.Equal(JudgementOutcome.Unjudged, host.Told.Judged[0].Outcome);
        Assert.Contains("could not be worked", host.Told.Judged[0].Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_leave_samples_of_an_ended_run_alone()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await host.PublishAsync(new RunEnded { Id = Guid.NewGuid(), OccurredAt = Some.Time, RunId = "over", Ending = RunEnding.Cancelled });
        await QualityHost.UntilAsync(
            async () => await host.Get<EndedRuns>().HasEndedAsync("over", TestContext.Current.CancellationToken), "the run's end");
        await host.PublishAsync(Some.Labeled(Some.Assignment("over")));
        await host.PublishAsync(Some.Labeled(Some.Assignment("alive")));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");
        Assert.Equal("alive", host.Told.Judged[0].RunId);
        Assert.Null(await host.Get<IDocumentCollection<Sample>>().FindAsync(Some.Assignment("over").AttemptId, TestContext.Current.CancellationToken));
    }
}
