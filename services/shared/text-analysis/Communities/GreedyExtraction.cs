namespace DialInsight.TextAnalysis.Communities;

/// <summary>Takes communities out of neighbourhoods, the largest first, without overlap.</summary>
/// <param name="join">Knows the similarities of groups.</param>
/// <param name="neighbours">For each group of equal vectors the groups that neighbour it, itself included.</param>
/// <param name="groups">The indexes in each group, ascending; groups by their first index.</param>
/// <param name="minimumSize">Vectors, not groups.</param>
internal sealed class GreedyExtraction(ISimilarityJoin join, NeighbourSet[] neighbours, int[][] groups, int minimumSize)
{
    private readonly ulong[] _taken = new ulong[(groups.Length + 63) / 64];
    private readonly List<int> _free = [];

    /// <summary>The communities, by what they kept, largest first; of equals in the order they were taken.</summary>
    /// <remarks>
    /// Equal vectors propose the same, and what the first of them left lying is too small for the others too: one turn for each group is enough.
    /// </remarks>
    public IReadOnlyList<IReadOnlyList<int>> Extract(CancellationToken cancellationToken)
    {
        var communities = new List<IReadOnlyList<int>>();
        foreach (int seed in Seeds())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _free.Clear();
            neighbours[seed].CopyTo(_free, _taken);
            if (_free.Count == 0 || _free.Sum(group => groups[group].Length) < minimumSize)
                continue;
            foreach (int group in _free)
                _taken[group >> 6] |= 1UL << group;
            communities.Add(BySimilarity(seed));
        }

        return [.. communities.OrderByDescending(static community => community.Count)];
    }

    private IEnumerable<int> Seeds()
    {
        int[] sizes = new int[groups.Length];
        for (int group = 0; group < groups.Length; group++)
        {
            foreach (int neighbour in neighbours[group])
                sizes[group] += groups[neighbour].Length;
        }

        return Enumerable.Range(0, groups.Length).Where(group => sizes[group] >= minimumSize).OrderByDescending(group => sizes[group]);
    }

    private int[] BySimilarity(int seed) =>
        [.. _free.Select(group => (Members: groups[group], Similarity: join.Similarity(seed, group)))
            .SelectMany(static entry => entry.Members.Select(member => (Member: member, entry.Similarity)))
            .OrderByDescending(static entry => entry.Similarity)
            .ThenBy(static entry => entry.Member)
            .Select(static entry => entry.Member)];
}
