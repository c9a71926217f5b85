using System.Globalization;
using DialInsight.TextAnalysis.Overlap;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Overlap;

public sealed class Rouge_l
{
    /// <summary>Cases counted by hand.</summary>
    public static TheoryData<string, string, string, int, int, int> Cases { get; } = Read();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_twice_the_common_subsequence_over_both_lengths(string language, string first, string second, int m, int n, int common)
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

    private static TheoryData<string, string, string, int, int, int> Read()
    {
        TheoryData<string, string, string, int, int, int> cases = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Overlap", "rouge-l.tsv")).Where(line => !line.StartsWith('#')))
        {
            string[] cells = line.Split('\t');
            int[] counts = [.. cells[3..].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))];
            cases.Add(cells[0], cells[1], cells[2], counts[0], counts[1], counts[2]);
        }

        return cases;
    }
}
