using DialInsight.TextAnalysis.Overlap;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Overlap;

public sealed class Rouge_l
{
    [Theory]
    [InlineData("police killed the gunman", "police kill the gunman", "en", 3, 4, 4)]
    [InlineData("The gunman, killed police!", "the GUNMAN police killed", "en", 3, 4, 4)]
    [InlineData("概括客户的需求", "概括一下客户需求", "zh", 6, 7, 8)]
    [InlineData("列出客户的预算。", "请列出 客户的预算", "zh-Hans", 7, 7, 8)]
    [InlineData("一 二 三", "一 二 三", "en", 3, 3, 3)]
    public void Is_twice_the_common_subsequence_over_both_lengths(string first, string second, string language, int common, int m, int n)
    {
        Assert.Equal(2.0 * common / (m + n), RougeL.F(first, second, language), 12);
        Assert.Equal(RougeL.F(first, second, language), RougeL.F(second, first, language), 12);
    }

    [Fact]
    public void Of_nothing_is_zero()
    {
        Assert.Equal(0, RougeL.F("", "words", "en"));
        Assert.Equal(0, RougeL.F("……", "？", "zh"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Has_the_subsequence_of_the_textbook_table_at_any_length(int symbols) =>
        Prop.ForAll(Sequence(symbols), Sequence(symbols), static (first, second) =>
            RougeL.CommonSubsequence(first, second) == Table(first, second)).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(300));

    private static Arbitrary<int[]> Sequence(int symbols) => Gen.Choose(1, symbols).ArrayOf().ToArbitrary();

    private static int Table(int[] first, int[] second)
    {
        var lengths = new int[first.Length + 1, second.Length + 1];
        for (int i = 1; i <= first.Length; i++)
        {
            for (int j = 1; j <= second.Length; j++)
            {
                lengths[i, j] = first[i - 1] == second[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[first.Length, second.Length];
    }
}
