using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;
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
        Assert.Equal(expected, VoteReader.Read(Answer(text, ModelStop.Finished), scored: false)?.Level);

    [Theory]
    [InlineData("""{"evidence":["a"],"level":"high","complexity":4,"quality":6}""", 4, 6)]
    [InlineData("""{"evidence":["a"],"level":"low","quality":1,"Complexity":1}""", 1, 1)]
    [InlineData("""{"evidence":["a"],"level":"high"}""", null, null)]
    [InlineData("""{"evidence":["a"],"level":"high","complexity":4}""", null, null)]
    [InlineData("""{"evidence":["a"],"level":"high","complexity":0,"quality":6}""", null, null)]
    [InlineData("""{"evidence":["a"],"level":"high","complexity":4,"quality":7}""", null, null)]
    [InlineData("""{"evidence":["a"],"level":"high","complexity":4.5,"quality":6}""", null, null)]
    [InlineData("""{"evidence":["a"],"level":"high","complexity":"4","quality":6}""", null, null)]
    [InlineData("""{"evidence":[],"level":"high","complexity":4,"quality":6}""", null, null)]
    public void Where_scores_are_asked_for_a_verdict_needs_both_from_one_to_six(string text, int? complexity, int? quality)
    {
        JudgeAnswer? read = VoteReader.Read(Answer(text, ModelStop.Finished), scored: true);
        Assert.Equal((complexity, quality), (read?.Complexity, read?.Quality));
        Assert.Equal(complexity is null, read is null);
        // Nobody asked: nothing is read.
        Assert.Null(VoteReader.Read(Answer(text, ModelStop.Finished), scored: false)?.Complexity);
    }

    [Fact]
    public void Scores_are_the_means_of_the_votes_that_hold_some()
    {
        Vote Vote(int number, int? complexity, int? quality) => new(number, QualityLevel.High, ["because"], "judge", complexity, quality);

        Assert.Equal(new SampleScores(11.0 / 3, 5), SampleScores.Of([Vote(0, 3, 6), Vote(1, 4, 4), Vote(2, 4, 5)]));
        Assert.Equal(new SampleScores(2.5, 6), SampleScores.Of([Vote(0, 2, 6), Vote(1, null, null), Vote(2, 3, 6)]));
        Assert.Null(SampleScores.Of([Vote(0, null, null)]));
        Assert.Null(SampleScores.Of([]));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Scores_are_asked_for_where_they_are_wanted_alone(string language)
    {
        string plain = JudgePrompt.Messages("material", language, 0, scored: false)[0].Text, scored = JudgePrompt.Messages("material", language, 0, scored: true)[0].Text;
        Assert.DoesNotContain("complexity", plain, StringComparison.Ordinal);
        Assert.Contains("\"complexity\"", scored, StringComparison.Ordinal);
        Assert.True(scored.IndexOf("evidence", StringComparison.Ordinal) < scored.IndexOf("\"quality\"", StringComparison.Ordinal));
        foreach (string line in plain.Split('\n')[..^1])
            Assert.Contains(line, scored, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_was_cut_off_is_no_verdict() =>
        Assert.Null(VoteReader.Read(Answer(ScriptedJudge.High, ModelStop.Length), scored: false));

    [Fact]
    public void The_rubric_is_shuffled_by_the_label_and_the_vote_and_not_by_the_run()
    {
        LabelAssignment assignment = Some.Assignment();
        string First(LabelAssignment of, int vote) => JudgePrompt.Messages(JudgePrompt.Material(of, "dialogue", "answer"), of.Language, vote, scored: false)[0].Text;

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
