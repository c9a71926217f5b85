using System.Text;
using DialInsight.TextAnalysis.Tokens;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Tokens;

public sealed class Canonical_composition
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("A\u030a\u0327", "\u00c5\u0327")]
    [InlineData("a\u0302\u0323", "\u1ead")]
    [InlineData("\u1112\u1161\u11ab", "한")]
    [InlineData("하\u11ab", "한")]
    [InlineData("\u1112\u11ab", "\u1112\u11ab")]
    [InlineData("\uf900", "\u8c48")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\U00011099\U000110BA", "\U0001109A")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u0301e", "\u0301e")]
    [InlineData("a\u0300\u0305\u0300", "\u00e0\u0305\u0300")]
    [InlineData("\u0b47\u0300\u0b3e", "\u0b47\u0300\u0b3e")]
    [InlineData("中文 plain ﬁ", "中文 plain ﬁ")]
    public void Follows_the_standard(string text, string composed) => Assert.Equal(composed, CanonicalComposition.Compose(text));

    [Fact]
    public void Composing_twice_changes_nothing_more() =>
        Prop.ForAll(Gen.Choose(0, 0x2FFF).Where(static unit => unit is < 0xD800).Select(static unit => (char)unit).ArrayOf().ToArbitrary(), units =>
        {
            string once = CanonicalComposition.Compose(new string(units));
            return CanonicalComposition.Compose(once) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Composed_text_is_given_back_as_it_is()
    {
        string text = new StringBuilder("已经合成的文字").Append(" café").ToString();
        Assert.Same(text, CanonicalComposition.Compose(text));
    }

    [Fact]
    public void A_hundred_thousand_marks_on_one_letter_are_ordered_quickly()
    {
        string marks = string.Concat(Enumerable.Repeat("\u0301\u0323\u0327", 33_000));
        Assert.Equal(99_000, CanonicalComposition.Compose("q" + marks).Length - 1);
    }
}
