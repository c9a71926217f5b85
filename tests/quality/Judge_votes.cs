using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Tests.Fixtures;

namespace DialInsight.Quality.Tests;

public sealed class Judge_votes
{
    [Theory]
    [InlineData("HHH", QualityLevel.High)]
    [InlineData("HMH", QualityLevel.High)]
    [InlineData("LLM", QualityLevel.Low)]
    [InlineData("HML", null)]
    [InlineData("H--", null)]
    [InlineData("HH-", QualityLevel.High)]
    [InlineData("HM", null)]
    [InlineData("M", QualityLevel.Medium)]
    [InlineData("HHLL-", null)]
    public void More_than_half_of_the_votes_asked_for_decide(string votes, QualityLevel? expected) =>
        Assert.Equal(expected, Majority.Of([.. votes.Select((vote, index) => new Vote(index, Level(vote), ["because"], "judge"))]));

    [Theory]
    [InlineData("""{"evidence":["a"],"level":"high"}""", QualityLevel.High)]
    [InlineData("""Here you are: ```json {"Evidence":"one thing","Level":"MEDIUM"} ```""", QualityLevel.Medium)]
    [InlineData("""{"evidence":[],"level":"high"}""", null)]
    [InlineData("""{"evidence":["a"],"level":"superb"}""", null)]
    [InlineData("""{"evidence":["a"],"level":3}""", null)]
    [InlineData("""{"evidence":["a"],"lev""", null)]
    [InlineData("""}{""", null)]
    [InlineData("", null)]
    public void A_verdict_needs_a_level_and_evidence(string text, QualityLevel? expected) =>
        Assert.Equal(expected, VoteReader.Read(Answer(text, ModelStop.Finished))?.Level);

    [Fact]
    public void An_answer_that_was_cut_off_is_no_verdict() =>
        Assert.Null(VoteReader.Read(Answer(ScriptedJudge.High, ModelStop.Length)));

    [Fact]
    public void The_rubric_is_shuffled_by_the_label_and_the_vote_and_not_by_the_run()
    {
        LabelAssignment assignment = Some.Assignment();
        string First(LabelAssignment of, int vote) => JudgePrompt.Messages(JudgePrompt.Material(of, "dialogue", "answer"), of.Language, vote)[0].Text;

        Assert.Equal(First(assignment, 0), First(assignment with { RunId = "another", AttemptId = "another" }, 0));
        Assert.Equal(6, Enumerable.Range(0, 200).Select(vote => First(assignment, vote)).Distinct().Count());
    }

    private static QualityLevel? Level(char vote) => vote switch
    {
        'H' => QualityLevel.High,
        'M' => QualityLevel.Medium,
        'L' => QualityLevel.Low,
        _ => null,
    };

    private static ModelAnswer Answer(string text, ModelStop stop) =>
        new() { Text = text, Model = "judge", Stop = stop, Spend = new ModelSpend("judge", "judge", 1, 1, 1, 0) };
}
