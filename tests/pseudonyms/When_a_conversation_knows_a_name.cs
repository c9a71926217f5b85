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
    public void A_name_that_is_a_word_is_the_name_where_it_is_called_or_stands_within_a_sentence() =>
        Assert.DoesNotContain("Grace", Replace("en", "This is Grace Miller.", "Thanks, Grace, I will tell Grace tomorrow.")[1].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("By the grace of God.")]
    [InlineData("Grace periods apply to every plan.")]
    [InlineData("It was built on Grace Street in 1920.")]
    public void A_name_that_is_a_word_stays_where_it_is_the_word(string turn) => Assert.Equal(turn, Replace("en", "This is Grace Miller.", turn)[1].Text);

    [Fact]
    public void An_address_gives_the_name_away() =>
        Assert.DoesNotContain("Norwood", Replace("en", "Write to imelda.norwood@mail.example.com please.", "Norwood it is.")[1].Text, StringComparison.Ordinal);

    [Fact]
    public void An_address_of_an_office_gives_nothing_away() =>
        Assert.Equal("Support will answer, or Billing.", Replace("en", "Write to support.billing@mail.example.com please.", "Support will answer, or Billing.")[1].Text);

    [Fact]
    public void A_speaker_s_label_gives_the_name_away() =>
        Assert.DoesNotContain("Quillon", Replace("en", "Tamsin Quillon", "I told Quillon to wait.")[1].Text, StringComparison.Ordinal);

    [Fact]
    public void Whoever_turns_it_up_first_does_not_matter() =>
        Assert.DoesNotContain("若曦", Replace("zh", "若曦到了吗", "到了，是林若曦本人")[0].Text, StringComparison.Ordinal);

    private static IReadOnlyList<PseudonymisedText> Replace(string language, params string[] turns) => Found.Pseudonymiser.ForConversation(language).Replace(turns);
}
