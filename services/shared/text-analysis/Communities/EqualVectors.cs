using System.Runtime.InteropServices;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// Groups of equal vectors, each with its indexes ascending, groups by their first index. Equal vectors have the same neighbours, so one of each
/// group stands for all: many thousand equal short texts cost no more than one. Zero vectors are never grouped.
/// </summary>
internal static class EqualVectors
{
    /// <summary>Groups sparse vectors.</summary>
    public static int[][] Group(IReadOnlyList<SparseVector> vectors) => Group(
        vectors,
        static vector => vector.Terms.IsEmpty,
        static (left, right) => left.Terms.SequenceEqual(right.Terms) && left.Weights.SequenceEqual(right.Weights),
        static vector => Hash(vector.Weights) ^ (vector.Terms.IsEmpty ? 0 : vector.Terms[0]));

    /// <summary>Groups dense vectors.</summary>
    public static int[][] Group(IReadOnlyList<float[]> vectors) => Group(
        vectors, static vector => !vector.AsSpan().ContainsAnyExcept(0f), static (left, right) => left.AsSpan().SequenceEqual(right), static vector => Hash(vector));

    // The groups of one hash are chained: no vector is kept, since those of a list may be made as they are asked for.
    private static int[][] Group<T>(IReadOnlyList<T> vectors, Func<T, bool> isZero, Func<T, T, bool> equals, Func<T, int> hash)
    {
        var groups = new List<(List<int> Members, int Next)>();
        var last = new Dictionary<int, int>();
        for (int index = 0; index < vectors.Count; index++)
        {
            T vector = vectors[index];
            if (isZero(vector))
            {
                groups.Add(([index], -1));
                continue;
            }

            ref int first = ref CollectionsMarshal.GetValueRefOrAddDefault(last, hash(vector), out bool isKnown);
            int group = isKnown ? first : -1;
            while (group >= 0 && !equals(vectors[groups[group].Members[0]], vector))
                group = groups[group].Next;
            if (group >= 0)
            {
                groups[group].Members.Add(index);
                continue;
            }

            groups.Add(([index], isKnown ? first : -1));
            first = groups.Count - 1;
        }

        return [.. groups.Select(static group => group.Members.ToArray())];
    }

    private static int Hash(ReadOnlySpan<float> values)
    {
        var hash = new HashCode();
        foreach (float value in values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
