namespace DialInsight.TextAnalysis.Communities;

/// <summary>Turns pairs that are known from one side into every vector's full set of neighbours.</summary>
internal static class Neighbourhoods
{
    /// <summary>Adds to each vector's earlier neighbours itself and its later ones. The sets given are let go as they are read.</summary>
    public static NeighbourSet[] Mirror(NeighbourSet[] earlier, CancellationToken cancellationToken)
    {
        int count = earlier.Length;
        int[] sizes = new int[count];
        for (int index = 0; index < count; index++)
        {
            sizes[index] += earlier[index].Count + 1;
            foreach (int neighbour in earlier[index])
                sizes[neighbour]++;
        }

        NeighbourSet[] full = Array.ConvertAll(sizes, size => NeighbourSet.Reserve(size, count));
        int[] filled = new int[count];
        for (int index = 0; index < count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Ascending on both sides: whatever lies before this vector was put into its set before its own turn came.
            foreach (int neighbour in earlier[index])
            {
                full[index].Put(filled[index]++, neighbour);
                full[neighbour].Put(filled[neighbour]++, index);
            }

            full[index].Put(filled[index]++, index);
            earlier[index] = default;
        }

        return full;
    }
}
