namespace DialInsight.Pseudonyms.Tests;

public sealed class When_a_conversation_knows_a_name
{
    [Fact]
    public void The_given_name_alone_is_replaced_too()
    {
        IReadOnlyList<PseudonymisedText> turns = Replace("zh", "我叫欧阳雨桐", "好的，雨桐你稍等");
        Assert.DoesNotContain("雨桐", turns[1].Text, StringComparison.Ordinal);
        Assert.EndsWith(turns[1].Spans[0].Surrogate, turns[0].Spans[0].Surrogate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_name_that_is_a_word_stays_where_it_is_the_word() =>
        Assert.Contains("建军节", Replace("zh", "我叫张建军", "八一建军节放假吗")[1].Text, StringComparison.Ordinal);

    [Fact]
    public void Lower_case_is_the_same_name() =>
        Assert.DoesNotContain("venkataraman", Replace("en", "My name is Priya Venkataraman.", "Ok, so that is venkataraman with a v.")[1].Text, StringComparison.Ordinal);

    [Fact]
    public void A_speaker_s_label_gives_the_name_away() =>
        Assert.DoesNotContain("Quillon", Replace("en", "Tamsin Quillon", "I told Quillon to wait.")[1].Text, StringComparison.Ordinal);

    [Fact]
    public void Whoever_turns_it_up_first_does_not_matter() =>
        Assert.DoesNotContain("若曦", Replace("zh", "若曦到了吗", "到了，是林若曦本人")[0].Text, StringComparison.Ordinal);

    private static IReadOnlyList<PseudonymisedText> Replace(string language, params string[] turns) => Found.Pseudonymiser.ForConversation(language).Replace(turns);
}
