using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.LanguageModels.Tests.Offline;

public sealed class When_input_is_hostile
{
    private static readonly string[] Pieces =
        ["", " ", "。", "?", "[图片]", "嗯，", "三百五十万", "一三八零零", "万", "点", "十点点", "1.", ",5", "99999999999999999999999999", "九九九九九九九九九九九九九九九九九九九九亿亿亿亿", "\ud83d", "\ude00", "|", "\\", "\"", "\n", "{{x}}", "客户", "two hundred and", "thousand thousand thousand thousand thousand thousand thousand thousand thousand", "I'm", "Dr.", "$", "\u0000", "你好吗", "- ", "湖畔花园"];

    [Fact]
    public void Nothing_in_a_dialogue_makes_the_annotator_throw()
    {
        Gen<string> text = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        Gen<Turn> turn = from role in Gen.Elements("agent", "customer", "", "speaker1", "。") from words in text select new Turn(role, words);
        Prop.ForAll(turn.ListOf().ToArbitrary(), turns => Everything([.. turns])).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public async Task A_turn_without_any_punctuation_is_read_in_bounded_pieces()
    {
        IReadOnlyList<Turn> turns = [new("customer", string.Concat(Enumerable.Repeat("我们想要三室两厅预算三百五十万", 4_000))), new("agent", string.Concat(Enumerable.Repeat("we can arrange a viewing on thursday ", 2_000)))];
        string answer = await Ask.Label("zh", TaskKind.Summarisation, PropertyBusiness.Text, turns);

        Assert.InRange(answer.Length, 40, 400);
    }

    private static void Everything(IReadOnlyList<Turn> turns)
    {
        foreach (string language in (string[])["zh", "en"])
        {
            foreach (TaskKind kind in Enum.GetValues<TaskKind>())
            {
                foreach (OutputFormat format in (OutputFormat[])[PropertyBusiness.Card, PropertyBusiness.EnglishCard, PropertyBusiness.List, PropertyBusiness.Text, PropertyBusiness.ChineseTable, new() { Id = "empty", Kind = OutputFormatKind.Object }])
                {
                    LabelAssignment assignment = PropertyBusiness.Assignment(language, kind, format, turns);
                    string answer = Answer(new LabelFacts(assignment, PropertyBusiness.Pack));
                    Answer(new JudgeFacts(assignment, answer, [], 1));
                    Answer(new JudgeFacts(assignment, turns.Count == 0 ? "" : turns[0].Text, [], 2));
                }

                Answer(new SeedFacts(language, PropertyBusiness.Pack, PropertyBusiness.Pack.Scenarios[0], PropertyBusiness.Pack.TaskTypes.First(task => task.Kind == kind), turns, 1, []));
            }

            Answer(new EvolveFacts(language, PropertyBusiness.Pack, PropertyBusiness.Pack.Scenarios[0], PropertyBusiness.Pack.TaskTypes[0], turns, "breadth", turns.Count == 0 ? "" : turns[0].Text));
        }
    }

    private static string Answer(ModelFacts facts)
    {
        Task<string> answer = Ask.Facts(facts);
        Assert.True(answer.IsCompletedSuccessfully, answer.Exception?.ToString());
        return answer.GetAwaiter().GetResult();
    }
}
