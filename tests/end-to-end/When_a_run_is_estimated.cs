using System.Text.Json;
using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_a_run_is_estimated
{
    private static readonly Dictionary<string, string> s_settings = new()
    {
        ["LanguageModel:PricePerMillionInput"] = "1",
        ["LanguageModel:PricePerMillionOutput"] = "4",
        ["Pseudonyms:Key"] = "the people of the sample are made up",
    };

    [Theory]
    [InlineData("")]
    [InlineData("selection: { most: 30 }")]
    public async Task The_sample_takes_what_was_said_within_a_seventh(string more)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        string recipe = await File.ReadAllTextAsync(Repository.Path("samples", "recipes", "real-estate-insight.yaml"), cancellationToken) + $"\n{more}\n";
        await using ServiceProcess standalone = Standalone.Start(
            workspace, ["--transcripts", Repository.Path("samples", "transcripts", "real-estate"), "--domain", "real-estate"], s_settings);
        using var http = new HttpClient { BaseAddress = new Uri(standalone.Url) };
        var client = new DialInsightClient(http);
        await UntilAsync(() => Task.FromResult(standalone.Output.Contains("36 kept", StringComparison.Ordinal)), standalone, cancellationToken);

        EstimateView estimate = await EstimateAsync(client, recipe, standalone, cancellationToken);
        RunView run = await client.Runs.CreateAsync(recipe, "sample", 36, cancellationToken);
        await UntilAsync(async () => (run = await client.Runs.GetAsync("sample", cancellationToken)).EndedAt is not null, standalone, cancellationToken);

        Assert.Equal(RunState.Released, run.State);
        (decimal tokens, decimal cost) = Spent(await client.Releases.ReportAsync("sample", cancellationToken));
        Assert.InRange(estimate.Tokens.Expected / tokens, 0.85m, 1.15m);
        Assert.InRange(estimate.Cost.Expected / cost, 0.85m, 1.15m);
        Assert.InRange(tokens, estimate.Tokens.Low, estimate.Tokens.High);
        Assert.Equal((double)cost, (double)run.Budget!.Spent, (double)cost * 0.001);
        Assert.Empty(estimate.Warnings);
        Assert.Equal(estimate.Requests.Expected, estimate.Cells.Sum(cell => cell.Requests.Expected));
        Assert.Equal(estimate.Tokens.Expected, estimate.Purposes.Sum(purpose => purpose.InputTokens + purpose.OutputTokens));
        Assert.Equal(estimate.Cost.Expected, estimate.Purposes.Sum(purpose => purpose.Cost));
        Assert.Equal(
            estimate.Tokens.Expected,
            estimate.Cells.Sum(cell => cell.Tokens.Expected) + estimate.Purposes.Where(purpose => purpose.Purpose is not ("label" or "judge")).Sum(purpose => purpose.InputTokens + purpose.OutputTokens));
    }

    // Prompt assembly hears of the transcripts a moment after ingest has answered.
    private static async Task<EstimateView> EstimateAsync(DialInsightClient client, string recipe, ServiceProcess standalone, CancellationToken cancellationToken)
    {
        EstimateView estimate = await client.Runs.EstimateAsync(recipe, cancellationToken);
        await UntilAsync(
            async () =>
            {
                decimal before = estimate.Tokens.Expected;
                estimate = await client.Runs.EstimateAsync(recipe, cancellationToken);
                return estimate.Warnings.Count == 0 && estimate.Tokens.Expected == before;
            },
            standalone,
            cancellationToken);
        return estimate;
    }

    private static Task UntilAsync(Func<Task<bool>> condition, ServiceProcess standalone, CancellationToken cancellationToken) =>
        Eventually.IsTrueAsync(condition, TimeSpan.FromMinutes(2), () => standalone.Output, cancellationToken);

    private static (decimal Tokens, decimal Cost) Spent(JsonElement report)
    {
        JsonElement[] lines = [.. report.GetProperty("spend").EnumerateArray()];
        return (lines.Sum(line => line.GetProperty("inputTokens").GetDecimal() + line.GetProperty("outputTokens").GetDecimal()), lines.Sum(line => line.GetProperty("cost").GetDecimal()));
    }
}
