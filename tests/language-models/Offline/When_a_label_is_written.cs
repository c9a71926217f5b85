using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Formats;

namespace DialInsight.LanguageModels.Tests.Offline;

public sealed class When_a_label_is_written
{
    public static TheoryData<string, TaskKind, string> EveryCombination()
    {
        TheoryData<string, TaskKind, string> combinations = [];
        foreach (string language in (string[])["zh", "en"])
        {
            foreach (TaskKind kind in Enum.GetValues<TaskKind>())
            {
                foreach (string format in (string[])["card", "list", "text", "table"])
                    combinations.Add(language, kind, format);
            }
        }

        return combinations;
    }

    [Theory]
    [MemberData(nameof(EveryCombination))]
    public async Task It_fits_its_format(string language, TaskKind kind, string format)
    {
        foreach (IReadOnlyList<Turn> turns in Dialogues(language))
        {
            string answer = await Ask.Label(language, kind, Format(language, format), turns);
            AnswerValidation validation = AnswerValidator.Validate(Format(language, format), answer, turns, language);
            Assert.True(validation.IsValid, answer + "\n" + string.Join("\n", validation.Errors));
        }
    }

    [Theory]
    [MemberData(nameof(EveryCombination))]
    public async Task It_is_the_same_for_the_same_facts_and_differs_between_dialogues(string language, TaskKind kind, string format)
    {
        string[] answers = await Task.WhenAll(Dialogues(language).Select(turns => Ask.Label(language, kind, Format(language, format), turns)));
        string[] again = await Task.WhenAll(Dialogues(language).Select(turns => Ask.Label(language, kind, Format(language, format), turns)));

        Assert.Equal(answers, again);
        Assert.Equal(answers.Length, answers.Distinct().Count());
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Other_draws_word_it_otherwise_and_fit_as_well(string language)
    {
        IReadOnlyList<Turn> turns = Dialogues(language)[0];
        List<string> answers = [];
        for (int draw = 0; draw < 5; draw++)
            answers.Add(await Ask.Label(language, TaskKind.SpeechGeneration, PropertyBusiness.Text, turns, draw));

        Assert.All(answers, answer => Assert.True(AnswerValidator.Validate(PropertyBusiness.Text, answer, turns, language).IsValid, answer));
        Assert.True(answers.Distinct().Count() > 1);
    }

    [Fact]
    public async Task Spoken_numbers_are_read_in_the_unit_the_field_names()
    {
        using JsonDocument card = JsonDocument.Parse(await Ask.Label("zh", TaskKind.InformationExtraction, PropertyBusiness.Card, PropertyBusiness.Chinese));

        Assert.Equal(350, card.RootElement.GetProperty("预算").GetDecimal());
        Assert.Equal("一百零二平", card.RootElement.GetProperty("面积").GetString());
        Assert.Equal("高", card.RootElement.GetProperty("意向").GetString());
        Assert.Equal(JsonValueKind.Null, card.RootElement.GetProperty("邮箱").ValueKind);
        Assert.True(card.RootElement.GetProperty("约好见面").GetBoolean());
    }

    [Fact]
    public async Task English_fields_are_filled_from_what_was_said()
    {
        using JsonDocument card = JsonDocument.Parse(await Ask.Label("en", TaskKind.InformationExtraction, PropertyBusiness.EnglishCard, PropertyBusiness.English));

        Assert.Equal(250_000, card.RootElement.GetProperty("budget").GetDecimal());
        Assert.Contains("worried about the service charge", card.RootElement.GetProperty("concerns").ToString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, card.RootElement.GetProperty("email").ValueKind);
        Assert.DoesNotContain("Um,", card.RootElement.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_sets_the_options_of_the_dialogue_side_by_side()
    {
        string table = await Ask.Label("zh", TaskKind.Comparison, PropertyBusiness.ChineseTable, PropertyBusiness.Chinese);

        Assert.Contains("三百六十八万", table, StringComparison.Ordinal);
        Assert.Contains("| 价格 |", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_takes_up_the_customers_open_question()
    {
        string chinese = await Ask.Label("zh", TaskKind.SpeechGeneration, PropertyBusiness.Text, PropertyBusiness.Chinese);
        string english = await Ask.Label("en", TaskKind.SpeechGeneration, PropertyBusiness.Text, PropertyBusiness.English);

        Assert.Contains("中介费怎么算", chinese, StringComparison.Ordinal);
        Assert.Contains("mortgage options", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("。。。")]
    [InlineData("   ")]
    public async Task A_dialogue_without_words_gives_an_answer_that_fails_its_format(string text)
    {
        IReadOnlyList<Turn> turns = [new("customer", text)];
        string answer = await Ask.Label("zh", TaskKind.InformationExtraction, PropertyBusiness.Card, turns);

        Assert.False(AnswerValidator.Validate(PropertyBusiness.Card, answer, turns, "zh").IsValid);
    }

    private static IReadOnlyList<IReadOnlyList<Turn>> Dialogues(string language) =>
        language == "zh" ? [PropertyBusiness.Chinese, PropertyBusiness.ChineseOther] : [PropertyBusiness.English, PropertyBusiness.EnglishOther];

    private static OutputFormat Format(string language, string format) => (language, format) switch
    {
        ("zh", "card") => PropertyBusiness.Card,
        (_, "card") => PropertyBusiness.EnglishCard,
        ("zh", "table") => PropertyBusiness.ChineseTable,
        (_, "table") => PropertyBusiness.EnglishTable,
        (_, "list") => PropertyBusiness.List,
        _ => PropertyBusiness.Text,
    };
}
