using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_seeds_are_filtered
{
    private static readonly string[] s_banned = ["图片", "picture"];

    [Theory]
    [InlineData("zh", "概括预算。", "TooShort")]
    [InlineData("zh", "，概括客户的买房预算。", "PunctuationLed")]
    [InlineData("zh", "概括客户的买房预算，以及", null)]
    [InlineData("zh", "概括客户的买房预算，以及：", "Truncated")]
    [InlineData("zh", "概括客户的买房预算……", "Truncated")]
    [InlineData("zh", "把房源图片里的信息整理出来。", "BannedWord")]
    [InlineData("zh", "Summarise what the buyer can afford.", "WrongLanguage")]
    [InlineData("zh", "新指令：概括客户的买房预算。", "Leak")]
    [InlineData("zh", "概括客户的买房预算和位置要求。", null)]
    [InlineData("en", "List the fees.", "TooShort")]
    [InlineData("en", "- List the fees that were named.", "PunctuationLed")]
    [InlineData("en", "List the fees that were named,", "Truncated")]
    [InlineData("en", "Describe the picture of the flat.", "BannedWord")]
    [InlineData("en", "概括 客户 的 买房 预算 和 位置 要求。", "WrongLanguage")]
    [InlineData("en", "Explain why the buyer withdrew, and list what was pictured instead.", null)]
    [InlineData("en", "Rewritten prompt: list the fees that were named.", "Leak")]
    [InlineData("en", "It is what it is, and that.", "NoContent")]
    [InlineData("en", "\"Fees\" and \"taxes\": list what was said of each.", null)]
    public void Each_drop_has_its_reason(string language, string text, string? reason) =>
        Assert.Equal(reason, InstructionFilter.Check(text, language, s_banned)?.ToString());

    [Fact]
    public void Length_counts_characters_in_Chinese_and_words_in_English()
    {
        string chinese = string.Concat(Enumerable.Repeat("概括客户的预算情况。", 30)), english = string.Join(' ', Enumerable.Repeat("fees", 150));

        Assert.Null(InstructionFilter.Check(chinese, "zh", []));
        Assert.Equal(RejectionReason.TooLong, InstructionFilter.Check(chinese + "完毕", "zh", []));
        Assert.Null(InstructionFilter.Check(english, "en", []));
        Assert.Equal(RejectionReason.TooLong, InstructionFilter.Check(english + " fees", "en", []));
    }

    [Fact]
    public void A_text_at_which_the_model_stopped_for_length_is_truncated() =>
        Assert.Equal(RejectionReason.Truncated, InstructionFilter.Check("List the fees that were named", "en", [], cutOff: true));

    [Theory]
    [InlineData("zh", "概括客户的买房预算和位置要求。", "概括客户的买房预算与位置要求", true)]
    [InlineData("zh", "概括客户的买房预算和位置要求。", "判断经纪人有没有把贷款流程讲明白。", false)]
    [InlineData("en", "List the fees that were named.", "List all the fees that were named!", true)]
    [InlineData("en", "List the fees that were named.", "Judge how well the agent explained the mortgage.", false)]
    public void What_is_nearly_in_the_pool_is_found(string language, string member, string text, bool similar)
    {
        SimilarityPool pool = new(language, ["无关的一条指令 unrelated", member]);

        Assert.Equal(similar, pool.HasSimilar(text, 0.7));
        Assert.Equal(similar, pool.MaximumTo(text) >= 0.7);
    }
}
