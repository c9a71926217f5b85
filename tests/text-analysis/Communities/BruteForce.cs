using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.TextAnalysis.Tests.Communities;

/// <summary>The definition, with the whole similarity matrix and no thought for time: rows, stable sort by size, overlaps out, stable sort again.</summary>
internal static class BruteForce
{
    public static List<List<int>> Detect(IReadOnlyList<float[]> vectors, double threshold, int minimumSize)
    {
        var proposals = new List<List<int>>();
        for (int row = 0; row < vectors.Count; row++)
        {
            float[] similarities = [.. Enumerable.Range(0, vectors.Count).Select(other => Similarity(vectors, row, other))];
            List<int> members = [.. Enumerable.Range(0, vectors.Count)
                .Where(other => similarities[other] >= (float)threshold)
                .OrderByDescending(other => similarities[other])];
            if (members.Count >= Math.Min(minimumSize, vectors.Count))
                proposals.Add(members);
        }

        var taken = new HashSet<int>();
        var communities = new List<List<int>>();
        foreach (List<int> proposal in proposals.OrderByDescending(static members => members.Count))
        {
            List<int> rest = [.. proposal.Where(member => !taken.Contains(member))];
            if (rest.Count < Math.Min(minimumSize, vectors.Count))
                continue;
            communities.Add(rest);
            taken.UnionWith(rest);
        }

        return [.. communities.OrderByDescending(static members => members.Count)];
    }

    public static SparseVector Sparse(float[] vector)
    {
        int[] terms = [.. Enumerable.Range(0, vector.Length).Where(index => vector[index] != 0)];
        return new SparseVector(terms, [.. terms.Select(term => vector[term])]);
    }

    private static float Similarity(IReadOnlyList<float[]> vectors, int first, int second)
    {
        if (first == second)
            return 1;
        double norms = Math.Sqrt(Dot(vectors[first], vectors[first])) * Math.Sqrt(Dot(vectors[second], vectors[second]));
        return norms == 0 ? 0 : (float)Math.Clamp(Dot(vectors[first], vectors[second]) / norms, -1, 1);
    }

    private static double Dot(float[] left, float[] right)
    {
        double sum = 0;
        for (int index = 0; index < left.Length; index++)
            sum += (double)left[index] * right[index];
        return sum;
    }
}
