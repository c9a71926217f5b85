using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_an_evolved_instruction_is_judged
{
    private const string ChineseParent = "概括客户的买房需求。", EnglishParent = "Summarise what the buyer needs.";

    [Theory]
    [InlineData("zh", "概括客户的买房需求！", true)]
    [InlineData("zh", "概括客户的买房需求，并按预算、位置、学区分点列出，注明每一点的原话。", false)]
    [InlineData("en", "Summarise what the buyer needs!", true)]
    [InlineData("en", "Summarise what the buyer needs, separating budget, location and schools, with a quotation for each.", false)]
    public void Rule_1_no_gain_over_its_parent(string language, string text, bool falls)
    {
        Assert.Equal(falls, Elimination.GainsNothing(Parent(language), text, gain: true, language));
        Assert.True(Elimination.GainsNothing(Parent(language), text, gain: false, language));
    }

    [Theory]
    [InlineData("zh", "抱歉，我无法完成这个请求。", true)]
    [InlineData("zh", "作为一个人工智能，我不便评价客户。", true)]
    [InlineData("zh", "判断客服在道歉时说的“抱歉，让您久等了”是否真诚，并说明理由。", false)]
    [InlineData("en", "I'm sorry, but I cannot help with that.", true)]
    [InlineData("en", "As an AI language model I do not rewrite instructions.", true)]
    [InlineData("en", "Check whether the agent said sorry for the delay, and how the customer took it.", false)]
    public void Rule_2_a_short_refusal(string language, string text, bool falls) =>
        Assert.Equal(falls, Elimination.IsShortRefusal(text, language));

    [Fact]
    public void Rule_2_spares_long_texts()
    {
        string text = "Note where the agent says I'm sorry. " + string.Join(' ', Enumerable.Repeat("Quote every apology and explain it.", 15));

        Assert.False(Elimination.IsShortRefusal(text, "en"));
    }

    [Theory]
    [InlineData("zh", "……！？，。", false)]
    [InlineData("zh", "的，了；是吗？", false)]
    [InlineData("zh", "概括预算", true)]
    [InlineData("en", "?! ... --", false)]
    [InlineData("en", "It is the, and of.", false)]
    [InlineData("en", "List the fees.", true)]
    public void Rule_3_only_punctuation_and_stop_words(string language, string text, bool holds) =>
        Assert.Equal(holds, Elimination.HasContent(text, language));

    [Theory]
    [InlineData("改写后的指令：概括客户的预算和位置要求。", true)]
    [InlineData("#新指令# 概括客户的预算。", true)]
    [InlineData("根据给定指令增加一条约束：写明预算。", true)]
    [InlineData("概括客户的预算，{{dialogue}}", true)]
    [InlineData("指出店长给经纪人下达的工作指令有哪些。", false)]
    [InlineData("Rewritten prompt: list the buyer's budget.", true)]
    [InlineData("#Created Prompt# List the fees that were named.", true)]
    [InlineData("Make the given instruction harder by asking for quotations.", true)]
    [InlineData("Say how promptly the agent answered, and which instructions were followed.", false)]
    public void Rule_4_leaks_the_words_of_the_prompt(string text, bool falls) => Assert.Equal(falls, Elimination.Leaks(text));

    [Theory]
    [InlineData("好的，您希望我怎样改写呢？", true)]
    [InlineData("明白了，还有其他要求吗？", true)]
    [InlineData("好的方案有哪些共同点？", false)]
    [InlineData("好的，概括客户的预算。", false)]
    [InlineData("Understood. What would you like me to add?", true)]
    [InlineData("Sure, which customer do you mean?", true)]
    [InlineData("Thank you for the details, shall I go on?", true)]
    [InlineData("Surely the buyer hesitates: why?", false)]
    [InlineData("Which of the buyer's conditions are strict?", false)]
    public void A_failure_pattern_is_to_open_like_a_chat_and_end_in_a_question(string text, bool falls) =>
        Assert.Equal(falls, Elimination.IsConversational(text));

    [Theory]
    [InlineData("请提供对话内容，我会据此改写。", true)]
    [InlineData("请您先补充更多信息。", true)]
    [InlineData("请提供对话中客户提到的预算。", false)]
    [InlineData("请提供一份概括，说明客户的顾虑。", false)]
    [InlineData("Please provide the conversation so that I can rewrite it.", true)]
    [InlineData("Please share more details.", true)]
    [InlineData("Please provide a summary of the fees that were named.", false)]
    [InlineData("Please give the details of each flat.", false)]
    public void A_failure_pattern_is_to_ask_for_the_input(string text, bool falls) => Assert.Equal(falls, Elimination.AsksForInput(text));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void A_rewording_need_not_demand_more_but_must_differ(string language)
    {
        EvolutionOperator rewrite = EvolutionOperator.All.Single(known => known.Id == "rewrite");
        string other = language == "zh" ? "请用几句话说清买家想要什么样的房子。" : "In a few sentences, tell which kind of home is looked for.";

        Assert.Null(Elimination.Check(Parent(language), other, gain: false, rewrite, language));
        Assert.Equal(RejectionReason.NoGain, Elimination.Check(Parent(language), Parent(language), gain: true, rewrite, language));
    }

    [Fact]
    public void The_operators_take_turns() =>
        Assert.Equal(EvolutionOperator.All.Count, Enumerable.Range(0, 7).Select(position => EvolutionOperator.At(3, position, 0).Id).Distinct().Count());

    private static string Parent(string language) => language == "zh" ? ChineseParent : EnglishParent;
}
