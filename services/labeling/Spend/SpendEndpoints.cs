using System.ComponentModel;
using DialInsight.LanguageModels.Spending;

namespace DialInsight.Labeling.Spend;

/// <summary>What model calls cost, over HTTP.</summary>
internal static class SpendEndpoints
{
    public static void MapSpend(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/spend", GetAsync).WithTags("Spend")
            .WithSummary("Calls, tokens, money and answers from the cache by run, account, purpose and model, of every service; `run` or `account` narrows it to one.")
            .WithDescription("Each call is paid by a run or by an account: what people asked for apart from any run, as `batch/ID`, `tuning/ID`, `instruction/ID` (a suggestion for it) or `templates/DOMAIN` (merging in previews).");

    private static async Task<SpendRow[]> GetAsync(
        [Description("The run; all where it is absent.")] string? run, [Description("The account, such as batch/ID.")] string? account, ISpendLog spend, CancellationToken cancellationToken) =>
        [.. (await spend.TotalsAsync(run, account, cancellationToken)).Select(SpendRow.Of)];
}

/// <summary>What the calls of a run or an account for one purpose to one model cost.</summary>
/// <param name="Run">The run; empty for calls that are no run's.</param>
/// <param name="Account">What people asked for apart from any run: <c>batch/ID</c>, <c>tuning/ID</c>, <c>instruction/ID</c>, <c>templates/DOMAIN</c>; empty for a run's calls.</param>
/// <param name="Purpose">What the calls were for.</param>
/// <param name="Model">The model.</param>
/// <param name="Calls">Calls that were paid, also those whose answer never arrived anywhere.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">Money, in the currency of the configured prices.</param>
/// <param name="CacheHits">Requests that were answered from the cache, for nothing.</param>
internal sealed record SpendRow(string Run, string Account, string Purpose, string Model, long Calls, long InputTokens, long OutputTokens, decimal Cost, long CacheHits)
{
    public static SpendRow Of(SpendLine line) =>
        new(line.Run, line.Account, line.Spend.Purpose, line.Spend.Model, line.Spend.Calls, line.Spend.InputTokens, line.Spend.OutputTokens, line.Spend.Cost, line.Hits);
}
