using System.Globalization;

namespace DialInsight.Storage.Tests;

public sealed class DeterministicIdTests
{
    [Theory]
    [InlineData("split", "transcript-1")]
    [InlineData("compare", "")]
    [InlineData("对话", "𝄞")]
    public void A_number_is_the_first_eight_digits_of_the_id(string kind, string name) =>
        Assert.Equal(DeterministicId.Of(8, kind, name), DeterministicId.Number(kind, name).ToString("x8", CultureInfo.InvariantCulture));

    [Fact]
    public void Parts_do_not_run_into_one_another() =>
        Assert.NotEqual(DeterministicId.Number("ab", "c"), DeterministicId.Number("a", "bc"));
}
