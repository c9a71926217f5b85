using DialInsight.TextAnalysis.Spelling;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Spelling;

public sealed class Nearest_name
{
    private static readonly Arbitrary<string> Words = Gen.Elements('a', 'b', 'B', 'c').ArrayOf().Where(static letters => letters.Length <= 6).Select(static letters => new string(letters)).ToArbitrary();

    [Theory]
    [InlineData("targets", "target")]
    [InlineData("TARGET", "target")]
    [InlineData("tagret", "target")]
    [InlineData("mesages", "messages")]
    [InlineData("minimum-richnes", "minimumRichness")]
    [InlineData("scenery", null)]
    [InlineData("to", null)]
    public void Is_one_that_may_have_been_meant(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, ["id", "target", "messages", "minimumRichness"]));

    [Fact]
    public void Is_the_first_of_those_that_are_as_near() => Assert.Equal("rate", NearestName.Find("rats", ["limits", "rate", "rath"]));

    [Fact]
    public void Is_not_looked_for_where_nobody_can_have_meant_a_name() =>
        Assert.Null(NearestName.Find(new string('a', 65), [new string('a', 66)]));

    [Fact]
    public void Is_by_the_distance_of_its_definition() =>
        Prop.ForAll(Words, Words, static (left, right) => Assert.Equal(Defined(left.ToUpperInvariant(), right.ToUpperInvariant()), NearestName.Distance(left, right))).QuickCheckThrowOnFailure();

    private static int Defined(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return left.Length + right.Length;
        int replaced = Defined(left[1..], right[1..]) + (left[0] == right[0] ? 0 : 1);
        return Math.Min(replaced, Math.Min(Defined(left[1..], right), Defined(left, right[1..])) + 1);
    }
}
