namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>What an index keeps of a text to find its near duplicates.</summary>
/// <param name="Keys">A key for each band: <see cref="Banding.WriteKeys"/>.</param>
/// <param name="Sketch">What tells roughly how alike two texts are.</param>
/// <param name="HasShingles">Whether the text has any words: one without is like no other.</param>
public readonly record struct BandEntry(uint[] Keys, Sketch Sketch, bool HasShingles)
{
    /// <summary>The entry of a text's shingles.</summary>
    public static BandEntry Of(ReadOnlySpan<ulong> shingles, Banding banding)
    {
        Span<uint> signature = stackalloc uint[MinHash.Size];
        MinHash.Sign(shingles, signature);
        var keys = new uint[banding.Bands];
        banding.WriteKeys(signature, keys);
        return new BandEntry(keys, Sketch.Of(signature), !shingles.IsEmpty);
    }
}
