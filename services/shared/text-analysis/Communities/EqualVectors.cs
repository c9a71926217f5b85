using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.TextAnalysis.Communities;

/// <summary>
/// Groups of equal vectors, each with its indexes ascending, groups by their first index. Equal vectors have the same neighbours, so one of each
/// group stands for all: many thousand equal short texts cost no more than one. Zero vectors are never grouped.
/// </summary>
internal static class EqualVectors
{
    /// <summary>Groups sparse vectors.</summary>
    public static int[][] Group(IReadOnlyList<SparseVector> vectors) =>
        Group(vectors, static vector => vector.Terms.IsEmpty, Comparer<SparseVector>(
            static (left, right) => left.Terms.SequenceEqual(right.Terms) && left.Weights.SequenceEqual(right.Weights),
            static vector => Hash(vector.Weights) ^ (vector.Terms.IsEmpty ? 0 : vector.Terms[0])));

    /// <summary>Groups dense vectors.</summary>
    public static int[][] Group(IReadOnlyList<float[]> vectors) =>
        Group(vectors, static vector => !vector.AsSpan().ContainsAnyExcept(0f), Comparer<float[]>(
            static (left, right) => left.AsSpan().SequenceEqual(right), static vector => Hash(vector)));

    private static int[][] Group<T>(IReadOnlyList<T> vectors, Func<T, bool> isZero, EqualityComparer<T> comparer)
        where T : notnull
    {
        var groups = new List<List<int>>();
        var known = new Dictionary<T, List<int>>(comparer);
        for (int index = 0; index < vectors.Count; index++)
        {
            if (isZero(vectors[index]) || !known.TryGetValue(vectors[index], out List<int>? group))
            {
                groups.Add(group = []);
                known.TryAdd(vectors[index], group);
            }

            group.Add(index);
        }

        return [.. groups.Select(static group => group.ToArray())];
    }

    private static EqualityComparer<T> Comparer<T>(Func<T, T, bool> equals, Func<T, int> hash) =>
        EqualityComparer<T>.Create((left, right) => equals(left!, right!), value => hash(value));

    private static int Hash(ReadOnlySpan<float> values)
    {
        var hash = new HashCode();
        foreach (float value in values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
