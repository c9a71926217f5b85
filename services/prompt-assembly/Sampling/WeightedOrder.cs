namespace DialInsight.PromptAssembly.Sampling;

/// <summary>
/// Weighted random sampling without replacement: at each draw, every item that is left is drawn with its weight's probability. An item drawn before is
/// drawn again; once those that are left hold less than half of the weights, the table is prepared anew for them. So a draw takes two tries on
/// average, O(1), and the tables O(n log n) in all where weights are of a few sizes.
/// </summary>
public static class WeightedOrder
{
    /// <summary>The items' indexes in the order in which they are drawn. Those of weight 0 are left out; where all weights are equal, this is a shuffle.</summary>
    /// <param name="weights">Finite and not negative.</param>
    /// <param name="random">The stream to draw from.</param>
    public static int[] Draw(IReadOnlyList<double> weights, SeededRandom random)
    {
        List<int> left = [.. Enumerable.Range(0, weights.Count).Where(index => weights[index] > 0)];
        if (left.Count == 0)
            return [];
        if (left.TrueForAll(index => weights[index] == weights[left[0]]))
        {
            int[] shuffled = [.. left];
            random.Shuffle<int>(shuffled);
            return shuffled;
        }

        var order = new List<int>(left.Count);
        bool[] drawn = new bool[weights.Count];
        while (left.Count > 0)
        {
            DrawHalf(left, weights, drawn, order, random);
            left.RemoveAll(index => drawn[index]);
        }

        return [.. order];
    }

    /// <summary>Draws from those that are left until they hold less than half of the weight they had.</summary>
    private static void DrawHalf(List<int> left, IReadOnlyList<double> weights, bool[] drawn, List<int> order, SeededRandom random)
    {
        var table = new AliasTable([.. left.Select(index => weights[index])]);
        double undrawn = left.Sum(index => weights[index]);
        double half = undrawn / 2;
        int count = left.Count;
        while (count > 0 && undrawn >= half)
        {
            int index = left[table.Draw(random)];
            if (drawn[index])
                continue;

            drawn[index] = true;
            order.Add(index);
            undrawn -= weights[index];
            count--;
        }
    }
}
