namespace DialInsight.PromptAssembly.Sampling;

/// <summary>Deals dialogues out where each may be used for one task type only.</summary>
public static class DialogueShares
{
    /// <summary>Whose each item is: an index into <paramref name="needs"/>. Whoever has the least of what it needs gets the next item, so that all run
    /// short alike where there are too few.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="needs">How many each wants; above 0.</param>
    public static int[] Deal(int items, IReadOnlyList<int> needs)
    {
        var shortest = new PriorityQueue<int, (double Share, int Index)>(needs.Select((_, index) => (index, (0.0, index))));
        int[] has = new int[needs.Count];
        int[] owners = new int[items];
        for (int item = 0; item < items; item++)
        {
            int owner = shortest.Dequeue();
            owners[item] = owner;
            has[owner]++;
            shortest.Enqueue(owner, ((double)has[owner] / needs[owner], owner));
        }

        return owners;
    }
}
