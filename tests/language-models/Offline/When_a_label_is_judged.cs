using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.LanguageModels.Tests.Offline;

public sealed class When_a_label_is_judged
{
    private const string MadeUpChinese = """{"预算":900,"面积":"二百六十平","顾虑":["孩子上国际双语幼儿园的接送班车时刻","海外资产审计流程繁琐"],"意向":"高","原话":"我打算移民新西兰购置牧场","邮箱":"a@b.cn","约好见面":true}""";
    private const string MadeUpEnglish = """{"budget":900000,"concerns":["the swimming pool heater leaks chlorine","overseas tax audits delay immigration"],"interest":"high","evidence":"we plan to purchase a vineyard in Portugal","email":"a@b.cn","summary":"The couple inherited a castle and negotiate shipping antique furniture for 900,000 dollars."}""";

    [Fact]
    public async Task What_the_gates_refused_is_low()
    {
        LabelAssignment assignment = PropertyBusiness.Assignment("zh", TaskKind.InformationExtraction, PropertyBusiness.Card, PropertyBusiness.Chinese);
        JudgeAnswer verdict = await Ask.Json<JudgeAnswer>(new JudgeFacts(assignment, "{}", ["the field 原话 is missing"], 0));

        Assert.Equal(QualityLevel.Low, verdict.Level);
        Assert.Contains("the field 原话 is missing", verdict.Evidence);
    }

    [Theory]
    [InlineData("zh", TaskKind.InformationExtraction)]
    [InlineData("zh", TaskKind.Summarisation)]
    [InlineData("zh", TaskKind.SpeechGeneration)]
    [InlineData("en", TaskKind.InformationExtraction)]
    [InlineData("en", TaskKind.Summarisation)]
    [InlineData("en", TaskKind.SpeechGeneration)]
    public async Task A_grounded_label_is_high_in_every_vote(string language, TaskKind kind)
    {
        bool chinese = language == "zh";
        OutputFormat format = kind != TaskKind.InformationExtraction ? PropertyBusiness.Text : chinese ? PropertyBusiness.Card : PropertyBusiness.EnglishCard;
        IReadOnlyList<Turn> turns = chinese ? PropertyBusiness.Chinese : PropertyBusiness.English;
        string answer = await Ask.Label(language, kind, format, turns);

        for (int vote = 0; vote < 3; vote++)
        {
            JudgeAnswer verdict = await Ask.Json<JudgeAnswer>(new JudgeFacts(PropertyBusiness.Assignment(language, kind, format, turns), answer, [], vote));
            Assert.True(verdict.Level == QualityLevel.High, answer + "\n" + string.Join("\n", verdict.Evidence));
            Assert.NotEmpty(verdict.Evidence);
        }
    }

    [Theory]
    [InlineData("zh", MadeUpChinese)]
    [InlineData("en", MadeUpEnglish)]
    public async Task A_made_up_label_is_low(string language, string answer)
    {
        OutputFormat format = language == "zh" ? PropertyBusiness.Card : PropertyBusiness.EnglishCard;
        IReadOnlyList<Turn> turns = language == "zh" ? PropertyBusiness.Chinese : PropertyBusiness.English;
        JudgeAnswer verdict = await Ask.Json<JudgeAnswer>(new JudgeFacts(PropertyBusiness.Assignment(language, TaskKind.InformationExtraction, format, turns), answer, [], 0));

        Assert.Equal(QualityLevel.Low, verdict.Level);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_label_of_another_dialogue_is_not_high(string language)
    {
        IReadOnlyList<Turn> own = language == "zh" ? PropertyBusiness.Chinese : PropertyBusiness.English;
        IReadOnlyList<Turn> other = language == "zh" ? PropertyBusiness.ChineseOther : PropertyBusiness.EnglishOther;
        string answer = await Ask.Label(language, TaskKind.Summarisation, PropertyBusiness.Text, other);
        JudgeAnswer verdict = await Ask.Json<JudgeAnswer>(new JudgeFacts(PropertyBusiness.Assignment(language, TaskKind.Summarisation, PropertyBusiness.Text, own), answer, [], 0));

        Assert.NotEqual(QualityLevel.High, verdict.Level);
    }

    [Theory]
    [InlineData("zh", MadeUpChinese)]
    [InlineData("en", MadeUpEnglish)]
    public async Task Scores_are_given_where_the_recipe_selects_and_a_grounded_label_has_the_better_one(string language, string madeUp)
    {
        OutputFormat format = language == "zh" ? PropertyBusiness.Card : PropertyBusiness.EnglishCard;
        IReadOnlyList<Turn> turns = language == "zh" ? PropertyBusiness.Chinese : PropertyBusiness.English;
        LabelAssignment plain = PropertyBusiness.Assignment(language, TaskKind.InformationExtraction, format, turns), scored = plain with { Judging = plain.Judging with { Scored = true } };
        string grounded = await Ask.Label(language, TaskKind.InformationExtraction, format, turns);

        JudgeAnswer good = await Ask.Json<JudgeAnswer>(new JudgeFacts(scored, grounded, [], 0)), bad = await Ask.Json<JudgeAnswer>(new JudgeFacts(scored, madeUp, [], 0));
        JudgeAnswer harder = await Ask.Json<JudgeAnswer>(new JudgeFacts(scored with { TaskKind = TaskKind.Comparison }, grounded, [], 0));
        Assert.InRange(good.Complexity!.Value, 1, 6);
        Assert.True(good.Quality > bad.Quality, $"{good.Quality} and {bad.Quality}");
        Assert.True(harder.Complexity > good.Complexity, $"{harder.Complexity} and {good.Complexity}");
        Assert.Equal(good.Quality, (await Ask.Json<JudgeAnswer>(new JudgeFacts(scored, grounded, [], 0))).Quality);
        JudgeAnswer unasked = await Ask.Json<JudgeAnswer>(new JudgeFacts(plain, grounded, [], 0));
        Assert.Equal((null, null, good.Level), (unasked.Complexity, unasked.Quality, unasked.Level));
    }

    [Fact]
    public async Task A_number_nobody_said_costs_a_label_the_highest_level()
    {
        const string Answer = "客户想要三室两厅的学区房，预算大概三百五十万，担心月供压力，首付只能出一百八十万，约好明天下午三点看房。";
        JudgeAnswer verdict = await Ask.Json<JudgeAnswer>(
            new JudgeFacts(PropertyBusiness.Assignment("zh", TaskKind.Summarisation, PropertyBusiness.Text, PropertyBusiness.Chinese), Answer, [], 0));

        Assert.Equal(QualityLevel.Medium, verdict.Level);
    }
}
