using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_models_are_paid
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Every_call_is_a_runs_or_a_batchs_and_the_budget_counts_what_the_run_paid()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 5, cancellationToken);
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        settings["LanguageModel:PricePerMillionInput"] = "1000";
        settings["LanguageModel:PricePerMillionOutput"] = "4000";
        await using ServiceProcess platform = Standalone.Start(workspace, [], settings);
        await platform.ReadyAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(platform.Url) };
        DialInsightClient client = new(http);
        long kept = await When_people_curate_a_run.SendAsync(client, cancellationToken);

        string batch = await BatchAsync(http, cancellationToken);
        await client.Runs.CreateAsync(Recipes.Extraction(2).Replace("optimiseStructure: false", "optimiseStructure: true", StringComparison.Ordinal), "paid", kept, cancellationToken);
        RunView run = null!;
        await Eventually.IsTrueAsync(
            async () => (run = await client.Runs.GetAsync("paid", cancellationToken)).EndedAt is not null, s_patience, () => platform.Output, cancellationToken);

        JsonElement[] all = await SpendAsync(http, "", cancellationToken), own = await SpendAsync(http, "?run=paid", cancellationToken);
        Assert.All(all, row => Assert.True((Text(row, "run"), Text(row, "account")) is ("paid", "") or ("", not ""), $"{row}"));
        Assert.Equal(model.Ledger.Count, all.Sum(row => row.GetProperty("calls").GetInt64()));
        Assert.Empty(((string[])["seed", "evolve", "merge", "label", "judge"]).Except(own.Select(row => Text(row, "purpose"))));
        Assert.InRange(run.Budget!.Spent / own.Sum(Cost), 0.999m, 1.001m);
        Assert.Equal(
            all.Where(row => Text(row, "run").Length == 0).Sum(Cost), (await SpendAsync(http, $"?account=batch/{batch}", cancellationToken)).Sum(Cost));
    }

    /// <summary>Has people ask for instructions, and waits for them; answers which batch it was.</summary>
    private static async Task<string> BatchAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using HttpResponseMessage asked = await http.PostAsJsonAsync(
            "/batches", new { domain = "real-estate", scenario = "renting", taskTypes = (string[])["summarisation"], language = "zh", wanted = 3, curation = "automatic" }, cancellationToken);
        string id = Text((await asked.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("items")[0], "id");
        await Eventually.IsTrueAsync(
            async () => Text(await http.GetFromJsonAsync<JsonElement>($"/batches/{id}", cancellationToken), "state") == "completed", s_patience, () => "The batch is not completed.", cancellationToken);
        return id;
    }

    private static async Task<JsonElement[]> SpendAsync(HttpClient http, string query, CancellationToken cancellationToken) =>
        [.. (await http.GetFromJsonAsync<JsonElement>($"/spend{query}", cancellationToken)).EnumerateArray()];

    private static decimal Cost(JsonElement row) => row.GetProperty("cost").GetDecimal();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
