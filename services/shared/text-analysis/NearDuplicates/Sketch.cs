using System.Numerics;

namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>
/// Two bits of each value of a <see cref="MinHash"/> signature (b-bit minwise hashing with b = 2, Li and König 2010): 16 bytes that tell about how alike two sets are.
/// Of sets with Jaccard similarity J both bits of a value agree with a probability of J + (1 − J) / 4.
/// </summary>
/// <param name="Low">The lower bit of each value.</param>
/// <param name="High">The upper bit of each value.</param>
public readonly record struct Sketch(ulong Low, ulong High)
{
    /// <summary>The sketch of a signature.</summary>
    public static Sketch Of(ReadOnlySpan<uint> signature)
    {
        ulong low = 0, high = 0;
        for (int index = 0; index < MinHash.Size; index++)
        {
            // The least values are small: their upper bits tell nothing.
            uint mixed = signature[index] * 0x9E3779B1u;
            low |= (ulong)((mixed >> 30) & 1) << index;
            high |= (ulong)(mixed >> 31) << index;
        }

        return new Sketch(low, high);
    }

    /// <summary>For how many of the <see cref="MinHash.Size"/> values the bits differ.</summary>
    public int Distance(Sketch other) => BitOperations.PopCount((Low ^ other.Low) | (High ^ other.High));
}
