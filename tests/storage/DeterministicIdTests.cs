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

    /// <summary>Documents are kept under these: SHA-256 over each part's length, four bytes with the lowest first, and its UTF-8.</summary>
    [Theory]
    [InlineData("e37b3606e4009f16c1fb6c5168d9bc474bb67585658fe5b0028b1ba7b6b2cda1", "split", "transcript-1")]
    [InlineData("d4ea821f5f2c7984fe98494fa8069053f54f0238faeaca8b25fed47a3c25300a", "对话", "𝄞", "")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void An_id_stays_what_it_was(string id, params string[] parts) => Assert.Equal(id, DeterministicId.Of(64, parts));

    [Fact]
    public void Parts_do_not_run_into_one_another() =>
        Assert.NotEqual(DeterministicId.Number("ab", "c"), DeterministicId.Number("a", "bc"));
}
