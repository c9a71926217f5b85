using DialInsight.Contracts;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Sums spend by purpose and model.</summary>
internal static class SpendTotal
{
    public static IReadOnlyList<ModelSpend> Of(IEnumerable<ModelSpend> spend) =>
    [
        .. spend
            .GroupBy(item => (item.Purpose, item.Model))
            .OrderBy(group => group.Key)
            .Select(group => new ModelSpend(
                group.Key.Purpose,
                group.Key.Model,
                group.Sum(item => item.Calls),
                group.Sum(item => item.InputTokens),
                group.Sum(item => item.OutputTokens),
                group.Sum(item => item.Cost))),
    ];
}
