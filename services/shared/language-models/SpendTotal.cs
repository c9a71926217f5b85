using DialInsight.Contracts;

namespace DialInsight.LanguageModels;

/// <summary>Adds up what model calls used.</summary>
public static class SpendTotal
{
    /// <summary>One entry per purpose and model, in that order.</summary>
    public static IReadOnlyList<ModelSpend> Of(IEnumerable<ModelSpend> spends)
    {
        var sums = new SortedDictionary<(string Purpose, string Model), ModelSpend>();
        foreach (ModelSpend spend in spends)
            Add(sums, spend);
        return [.. sums.Values];
    }

    /// <summary>Adds one entry to sums by purpose and model.</summary>
    public static void Add(IDictionary<(string Purpose, string Model), ModelSpend> sums, ModelSpend spend)
    {
        (string, string) key = (spend.Purpose, spend.Model);
        sums[key] = sums.TryGetValue(key, out ModelSpend? sum)
            ? sum with
            {
                Calls = sum.Calls + spend.Calls,
                InputTokens = sum.InputTokens + spend.InputTokens,
                OutputTokens = sum.OutputTokens + spend.OutputTokens,
                Cost = sum.Cost + spend.Cost,
            }
            : spend;
    }
}
