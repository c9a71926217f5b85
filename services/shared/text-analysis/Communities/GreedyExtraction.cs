namespace DialInsight.TextAnalysis.Communities;

/// <summary>Takes communities out of neighbourhoods, the largest first, without overlap.</summary>
internal sealed class GreedyExtraction(ISimilarityJoin join, NeighbourSet[] neighbours, int minimumSize)
{
    private readonly ulong[] _taken = new ulong[(neighbours.Length + 63) / 64];

    /// <summary>The communities, by what they kept, largest first; of equals in the order they were taken.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Extract(CancellationToken cancellationToken)
    {
        var communities = new List<IReadOnlyList<int>>();
        foreach (int seed in Seeds())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var members = new List<int>();
            neighbours[seed].CopyTo(members, _taken);
            if (members.Count < minimumSize)
                continue;
            foreach (int member in members)
                _taken[member >> 6] |= 1UL << member;
            communities.Add(BySimilarity(seed, members));
        }

        return [.. communities.OrderByDescending(static community => community.Count)];
    }

    private IEnumerable<int> Seeds() => Enumerable.Range(0, neighbours.Length)
        .Where(index => neighbours[index].Count >= minimumSize)
        .OrderByDescending(index => neighbours[index].Count);

    private int[] BySimilarity(int seed, List<int> members) =>
        [.. members.Select(member => (Member: member, Similarity: join.Similarity(seed, member)))
            .OrderByDescending(static entry => entry.Similarity)
            .Select(static entry => entry.Member)];
}
