using DialInsight.TextAnalysis.Communities;

namespace DialInsight.TextAnalysis.Tests.Communities;

public sealed class Richness_of_communities
{
    private static readonly int[][] Communities = [[0, 1, 2], [3, 4], [5]];

    [Theory]
    [InlineData(1, 3.0 / 6)]
    [InlineData(2, 5.0 / 6)]
    [InlineData(9, 1)]
    public void Is_the_share_left_when_each_keeps_at_most_k(int k, double richness) => Assert.Equal(richness, Richness.Of(Communities, k, 6), 12);

    [Fact]
    public void Of_no_samples_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(static () => Richness.Of([], 1, 0));
}
