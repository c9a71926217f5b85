using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>Twelve scalar products at once: seven loads feed twelve multiply-adds whose sums stay in registers.</summary>
internal static class DenseTile
{
    /// <summary>Rows of the left side.</summary>
    public const int Rows = 4;

    /// <summary>Rows of the right side, columns of the product.</summary>
    public const int Columns = 3;

    /// <summary>Writes the products, row by row, and answers the largest.</summary>
    /// <param name="units">Vectors one after the other, each of <paramref name="stride"/> numbers, a multiple of the vector width.</param>
    /// <param name="left">Where the left rows start.</param>
    /// <param name="right">Where the right rows start.</param>
    /// <param name="stride">Numbers in a row.</param>
    /// <param name="scores">Room for the products.</param>
    public static float Multiply(float[] units, int left, int right, int stride, Span<float> scores)
    {
        ref float a = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(units), left);
        ref float b = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(units), right);
        Vector<float> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector<float> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (int index = 0; index < stride; index += Vector<float>.Count)
        {
            Vector<float> b0 = Vector.LoadUnsafe(ref b, (nuint)index);
            Vector<float> b1 = Vector.LoadUnsafe(ref b, (nuint)(index + stride));
            Vector<float> b2 = Vector.LoadUnsafe(ref b, (nuint)(index + (2 * stride)));
            Vector<float> row = Vector.LoadUnsafe(ref a, (nuint)index);
            s00 = Vector.MultiplyAddEstimate(row, b0, s00);
            s01 = Vector.MultiplyAddEstimate(row, b1, s01);
            s02 = Vector.MultiplyAddEstimate(row, b2, s02);
            row = Vector.LoadUnsafe(ref a, (nuint)(index + stride));
            s10 = Vector.MultiplyAddEstimate(row, b0, s10);
            s11 = Vector.MultiplyAddEstimate(row, b1, s11);
            s12 = Vector.MultiplyAddEstimate(row, b2, s12);
            row = Vector.LoadUnsafe(ref a, (nuint)(index + (2 * stride)));
            s20 = Vector.MultiplyAddEstimate(row, b0, s20);
            s21 = Vector.MultiplyAddEstimate(row, b1, s21);
            s22 = Vector.MultiplyAddEstimate(row, b2, s22);
            row = Vector.LoadUnsafe(ref a, (nuint)(index + (3 * stride)));
            s30 = Vector.MultiplyAddEstimate(row, b0, s30);
            s31 = Vector.MultiplyAddEstimate(row, b1, s31);
            s32 = Vector.MultiplyAddEstimate(row, b2, s32);
        }

        float first = Sum(s00, s01, s02, scores);
        float second = Sum(s10, s11, s12, scores[3..]);
        float third = Sum(s20, s21, s22, scores[6..]);
        float fourth = Sum(s30, s31, s32, scores[9..]);
        return Math.Max(Math.Max(first, second), Math.Max(third, fourth));
    }

    private static float Sum(Vector<float> first, Vector<float> second, Vector<float> third, Span<float> scores)
    {
        scores[0] = Vector.Sum(first);
        scores[1] = Vector.Sum(second);
        scores[2] = Vector.Sum(third);
        return Math.Max(scores[0], Math.Max(scores[1], scores[2]));
    }
}
