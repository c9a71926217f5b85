using DialInsight.Contracts;
using DialInsight.Labeling.Labels;
using DialInsight.Storage;

namespace DialInsight.Labeling.Spend;

/// <summary>What labelling used, over HTTP.</summary>
internal static class SpendEndpoints
{
    public static void MapSpend(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/spend", GetAsync).WithTags("Spend")
            .WithSummary("Calls, tokens and money by run, purpose and model; `run` narrows it to one.");

    private static async Task<SpendRow[]> GetAsync(string? run, LabelingStore store, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<(string Run, string Purpose, string Model), SpendRow>();
        Query query = run is null ? Query.All : Query.All.Where("run", run);
        await foreach (Versioned<LabelDocument> label in store.Labels.StreamAsync(query, cancellationToken))
        {
            foreach (ModelSpend spend in label.Document.Spend)
            {
                (string, string, string) key = (label.Document.Assignment.RunId, spend.Purpose, spend.Model);
                SpendRow row = rows.GetValueOrDefault(key) ?? new SpendRow(key.Item1, key.Item2, key.Item3, 0, 0, 0, 0);
                rows[key] = row.Add(spend);
            }
        }

        return [.. rows.OrderBy(row => row.Key).Select(row => row.Value)];
    }
}

/// <summary>What one run's calls for one purpose to one model used.</summary>
internal sealed record SpendRow(string Run, string Purpose, string Model, long Calls, long InputTokens, long OutputTokens, decimal Cost)
{
    public SpendRow Add(ModelSpend spend) => this with
    {
        Calls = Calls + spend.Calls,
        InputTokens = InputTokens + spend.InputTokens,
        OutputTokens = OutputTokens + spend.OutputTokens,
        Cost = Cost + spend.Cost,
    };
}
