using DialInsight.TextAnalysis.NearDuplicates;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.NearDuplicates;

public sealed class Shingles_of_a_text
{
    [Theory]
    [InlineData("one two three four", 2)]
    [InlineData("one two", 1)]
    [InlineData("我们周六下午看房", 4)]
    [InlineData("看房", 1)]
    [InlineData("我想看 Harbour Street 的房子", 5)]
    [InlineData("", 0)]
    [InlineData("…… ?!", 0)]
    [InlineData("สวัสดีครับ", 6)]
    public void Are_three_words_or_five_characters(string text, int count) => Assert.Equal(count, Shingles.Of([text]).Length);

    [Theory]
    [InlineData("总价350万，周六看房。", "总价 420 万 周六看房")]
    [InlineData("The OWNER asks 1,200!", "the owner asks 3,450")]
    [InlineData("Ünder the Älps again", "ünder the älps AGAIN")]
    public void Pass_over_case_punctuation_and_the_value_of_numbers(string first, string second) =>
        Assert.Equal(Shingles.Of([first]), Shingles.Of([second]));

    [Theory]
    [InlineData("the room is nice", "the rooms are nice")]
    [InlineData("我们周六下午看房", "我们周日下午看房")]
    public void Differ_where_words_do(string first, string second) =>
        Assert.Empty(Shingles.Of([first]).Intersect(Shingles.Of([second])));

    [Fact]
    public void Run_on_from_turn_to_turn_but_words_do_not()
    {
        Assert.Equal(Shingles.Of(["one two", "three four"]), Shingles.Of(["one two three four"]));
        Assert.NotEqual(Shingles.Of(["one two thr", "ee four"]), Shingles.Of(["one two three four"]));
    }

    [Fact]
    public void Make_sets_whose_likeness_is_that_of_the_textbook() => Prop.ForAll(Sets(), Sets(), static (first, second) =>
    {
        int common = first.Intersect(second).Count(), union = first.Union(second).Count();
        double expected = union == 0 ? 0 : (double)common / union;
        return new ShingleSet(first).Jaccard(new ShingleSet(second)) == expected && new ShingleSet(first).Count == first.Distinct().Count();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Never_fail() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), static text => Shingles.Of([text ?? "", text ?? ""]).Length <= 2 * (text ?? "").Length)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Arbitrary<ulong[]> Sets() => Gen.Choose(0, 40).Select(static value => (ulong)value).ArrayOf().ToArbitrary();
}
