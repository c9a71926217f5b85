using DialInsight.TextAnalysis.NearDuplicates;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.NearDuplicates;

public sealed class Min_hash_signatures
{
    [Fact]
    public void Agree_as_often_as_the_sets_are_alike()
    {
        var random = new Random(3);
        foreach (double share in new[] { 0.2, 0.5, 0.8, 0.95 })
        {
            int agreeing = 0, bits = 0;
            const int Rounds = 400;
            for (int round = 0; round < Rounds; round++)
            {
                // A union of 200, of which a share is common and the rest on either side.
                ulong[] union = [.. Enumerable.Range(0, 200).Select(_ => (ulong)random.NextInt64())];
                int common = (int)(200 * share), side = (200 - common) / 2;
                uint[] first = Sign(union[..(common + side)]), second = Sign([.. union[..common], .. union[(common + side)..]]);
                agreeing += first.Zip(second).Count(values => values.First == values.Second);
                bits += MinHash.Size - Sketch.Of(first).Distance(Sketch.Of(second));
            }

            Assert.Equal(share, (double)agreeing / (Rounds * MinHash.Size), 0.02);
            Assert.Equal(share + ((1 - share) / 4), (double)bits / (Rounds * MinHash.Size), 0.02);
        }
    }

    [Fact]
    public void Depend_on_the_set_alone() => Prop.ForAll(Gen.Choose(0, 50).Select(value => (ulong)value * 0x9E3779B97F4A7C15).ArrayOf().ToArbitrary(), static shingles =>
        Sign(shingles).AsSpan().SequenceEqual(Sign([.. shingles.Distinct().Reverse()]))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Are_the_same_on_every_machine()
    {
        // What is kept in an index must be found by whoever reads it later.
        uint[] signature = Sign(Shingles.Of(["好的，我们周六下午看房。", "See you at 3 on Saturday, then."]));
        Assert.Equal((216332605u, 610029609u, 14796204805898962905ul, 5819014351721704048ul), (signature[0], signature[63], Sketch.Of(signature).Low, Sketch.Of(signature).High));
    }

    private static uint[] Sign(ulong[] shingles)
    {
        var signature = new uint[MinHash.Size];
        MinHash.Sign(shingles, signature);
        return signature;
    }
}
