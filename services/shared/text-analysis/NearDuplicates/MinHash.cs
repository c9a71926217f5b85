using System.Numerics;
using System.Runtime.InteropServices;

namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>
/// MinHash signatures (Broder 1997): for each of <see cref="Size"/> hash functions the smallest value over a set's shingles. Two sets have the same one with
/// a probability that is their Jaccard similarity. The functions are multiply-add modulo 2³² (Dietzfelbinger et al. 1997) over shingles that are well hashed already,
/// computed for as many functions at once as a vector register holds: for dialogues this costs a few microseconds, and
/// short ones need no densification as with one-permutation hashing (Li, Owen, Zhang 2012; Shrivastava 2017).
/// </summary>
public static class MinHash
{
    /// <summary>The number of hash functions.</summary>
    public const int Size = 64;

    private static readonly uint[] s_factors = Draw(1, static value => value | 1), s_addends = Draw(2, static value => value);

    /// <summary>Writes the signature of a set. Allocates nothing.</summary>
    /// <param name="shingles">The shingles; order and repetitions do not matter. Without any the signature is all ones.</param>
    /// <param name="signature">Receives <see cref="Size"/> values.</param>
    public static void Sign(ReadOnlySpan<ulong> shingles, Span<uint> signature)
    {
        ReadOnlySpan<uint> halves = MemoryMarshal.Cast<ulong, uint>(shingles);
        int width = Vector<uint>.Count;
        for (int at = 0; at < Size; at += 2 * width)
        {
            var factorA = new Vector<uint>(s_factors, at);
            var addendA = new Vector<uint>(s_addends, at);
            var factorB = new Vector<uint>(s_factors, at + width);
            var addendB = new Vector<uint>(s_addends, at + width);
            Vector<uint> leastA = Vector<uint>.AllBitsSet, leastB = Vector<uint>.AllBitsSet;
            for (int index = 1; index < halves.Length; index += 2)
            {
                var shingle = new Vector<uint>(halves[index]);
                leastA = Vector.Min(leastA, (factorA * shingle) + addendA);
                leastB = Vector.Min(leastB, (factorB * shingle) + addendB);
            }

            leastA.CopyTo(signature[at..]);
            leastB.CopyTo(signature[(at + width)..]);
        }
    }

    private static uint[] Draw(ulong stream, Func<uint, uint> shape) =>
        [.. Enumerable.Range(0, Size).Select(index => shape((uint)(Shingles.Mix((stream << 32) + (ulong)index + 1) >> 32)))];
}
