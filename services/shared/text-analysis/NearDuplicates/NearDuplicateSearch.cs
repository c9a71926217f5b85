namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>All near duplicates among texts that are held in memory: candidates by <see cref="Banding"/>, each verified exactly.</summary>
public static class NearDuplicateSearch
{
    private const int Chunk = 1024;

    /// <summary>The pairs whose Jaccard similarity is the threshold or more.</summary>
    /// <param name="texts">The <see cref="Shingles.Of"/> of each.</param>
    /// <param name="threshold">From <see cref="Banding.LowestThreshold"/> to 1.</param>
    /// <param name="cancellationToken">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>By the later of the two and then by the earlier, whatever the number of threads.</returns>
    public static IReadOnlyList<NearDuplicatePair> Pairs(IReadOnlyList<ulong[]> texts, double threshold, CancellationToken cancellationToken = default)
    {
        var banding = Banding.For(threshold);
        var table = new BandTable(banding);
        List<NearDuplicatePair> candidates = [];
        for (int start = 0; start < texts.Count; start += Chunk)
            AddChunk(texts, start, banding, table, candidates, cancellationToken);
        return [.. Verified(texts, candidates, cancellationToken).Where(pair => pair.Jaccard >= threshold)];
    }

    private static void AddChunk(
        IReadOnlyList<ulong[]> texts, int start, Banding banding, BandTable table, List<NearDuplicatePair> candidates, CancellationToken cancellationToken)
    {
        var entries = new BandEntry[Math.Min(Chunk, texts.Count - start)];
        Parallel.For(0, entries.Length, new ParallelOptions { CancellationToken = cancellationToken }, index => entries[index] = BandEntry.Of(texts[start + index], banding));
        List<int> found = [];
        foreach (BandEntry entry in entries)
        {
            found.Clear();
            if (entry.HasShingles)
                table.Find(entry.Keys, entry.Sketch, found);
            int later = table.Add(entry.Keys, entry.Sketch);
            candidates.AddRange(found.Select(earlier => new NearDuplicatePair(earlier, later, 0)));
        }
    }

    private static NearDuplicatePair[] Verified(IReadOnlyList<ulong[]> texts, List<NearDuplicatePair> candidates, CancellationToken cancellationToken)
    {
        var sets = new ShingleSet?[texts.Count];
        var verified = new NearDuplicatePair[candidates.Count];
        Parallel.For(0, verified.Length, new ParallelOptions { CancellationToken = cancellationToken }, index =>
        {
            NearDuplicatePair pair = candidates[index];
            verified[index] = pair with { Jaccard = SetOf(pair.First).Jaccard(SetOf(pair.Second)) };
        });
        return verified;

        // Of two threads that make the same set at once either may win: they are equal.
        ShingleSet SetOf(int text) => sets[text] ??= new ShingleSet(texts[text]);
    }
}
