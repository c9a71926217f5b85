using DialInsight.TextAnalysis.Overlap;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Overlap;

public sealed class When_a_text_is_looked_for_among_many
{
    [Theory]
    [InlineData("zh", "概括客户需求预算。房，")]
    [InlineData("en", "ab cd. e")]
    public void The_index_finds_what_comparing_with_each_finds(string language, string alphabet) =>
        Prop.ForAll(
            Gen.Elements(alphabet.ToCharArray()).ArrayOf().Select(letters => new string(letters)).ArrayOf().ToArbitrary(),
            Gen.Elements(alphabet.ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
            Gen.Choose(1, 100).ToArbitrary(),
            (texts, text, hundredths) => Agrees(language, texts, text, hundredths / 100.0)).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40));

    [Fact]
    public void The_nearest_is_looked_for_among_those_that_are_admitted()
    {
        RougeIndex index = new("en");
        foreach (string text in new[] { "sum up the call", "sum up the call in short", "draft a mail" })
            index.Add(text);

        Assert.Equal(new RougeMatch(0, 1), index.Nearest("Sum up the call!"));
        Assert.Equal(1, index.Nearest("Sum up the call!", number => number > 0)!.Value.Number);
        Assert.Null(index.Nearest("三句话"));
    }

    [Fact]
    public void Words_that_are_only_looked_for_are_not_kept()
    {
        RougeIndex index = new("en");
        index.Add("one two");

        Assert.Empty(index.Similar("three four", 0.1));
        index.Add("three five");
        Assert.Equal([new RougeMatch(1, 0.5)], index.Similar("three four", 0.1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.1)]
    public void A_minimum_that_everything_or_nothing_reaches_is_refused(double minimum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RougeIndex("en").Similar("text", minimum));

    private static bool Agrees(string language, string[] texts, string text, double minimum)
    {
        RougeIndex index = new(language);
        foreach (string member in texts)
            index.Add(member);
        RougeMatch[] each = [.. texts.Select((member, number) => new RougeMatch(number, RougeL.F(text, member, language))).OrderByDescending(match => match.F).ThenBy(match => match.Number)];
        RougeMatch? nearest = each.Length > 0 && each[0].F > 0 ? each[0] : null;
        RougeMatch? found = index.Nearest(text);

        return index.Similar(text, minimum).SequenceEqual(each.Where(match => match.F >= minimum))
            && (nearest is null ? found is null || found.Value.F == 0 : found == nearest);
    }
}
