using DialInsight.Contracts;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Adds up what model calls used.</summary>
internal static class SpendSum
{
    /// <summary>One entry per purpose and model, in the order of their names.</summary>
    public static IReadOnlyList<ModelSpend> Of(IEnumerable<ModelSpend> spend) =>
    [
        .. spend.GroupBy(entry => (entry.Purpose, entry.Model))
            .Select(group => new ModelSpend(
                group.Key.Purpose,
                group.Key.Model,
                group.Sum(entry => entry.Calls),
                group.Sum(entry => entry.InputTokens),
                group.Sum(entry => entry.OutputTokens),
                group.Sum(entry => entry.Cost)))
            .OrderBy(entry => entry.Purpose, StringComparer.Ordinal)
            .ThenBy(entry => entry.Model, StringComparer.Ordinal),
    ];
}
