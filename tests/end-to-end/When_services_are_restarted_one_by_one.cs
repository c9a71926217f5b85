using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Client.Runs;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>A new version is rolled out while a run is being filled: each process is told to stop, ends well, and is started again.</summary>
[Trait("Category", "Broker")]
[Collection(FiveServices.OneAtATime)]
public sealed class When_services_are_restarted_one_by_one
{
    private const int Target = 12;
    private const string SecondWorker = "second worker";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_run_is_filled_exactly_with_no_call_repeated_and_no_message_failed()
    {
        string broker = FiveServices.Broker();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 100, cancellationToken);
        using var workspace = new Workspace();
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        settings["LanguageModel:MaxConcurrency"] = "2";
        await using FiveServices services = await FiveServices.StartAsync(settings, broker, workspace, cancellationToken, SecondWorker);
        long kept = await services.SendCallsAsync(cancellationToken);
        string id = (await services.Client("prompt-assembly").Runs.CreateAsync(Recipes.Extraction(Target), $"rolled-{Guid.NewGuid():N}", kept, cancellationToken)).Id;
        await services.ReachAsync(id, run => run.Totals.Requested > 0, s_patience, cancellationToken);

        // So slowly that the run outlasts the restarts, and there is always a call on its way.
        model.Play(new ModelScript { LatencyMilliseconds = 2000 });
        foreach (string name in FiveServices.Names.Append(SecondWorker))
            await services.RestartAsync(name, cancellationToken);
        RunView run = await services.ReachAsync(id, _ => true, s_patience, cancellationToken);
        Assert.True(run.EndedAt is null, "The run was over before everything had been restarted.");
        Assert.Equal(kept, await services.SendCallsAsync(cancellationToken));

        model.Play(ModelScript.Obliging);
        run = await services.ReachAsync(id, reached => reached.EndedAt is not null, s_patience, cancellationToken);
        Assert.True(run.State == RunState.Released, services.Story(run));
        Assert.All(run.Cells, cell => Assert.Equal((Target, 0, 0), (cell.Counts.Accepted, cell.Counts.Failed, cell.Counts.Pending)));
        Assert.Equal(run.Totals.Requested, run.Totals.Accepted + run.Totals.Rejected);
        await services.AssertReleasedAsync(run, 3 * Target, workspace, cancellationToken);
        Assert.Equal(0, PipelineModel.Repeated(model));
        Assert.DoesNotContain(model.Ledger.Entries, call => call.Status == Ledger.Broken);
        foreach (string name in FiveServices.Names)
            Assert.Empty(await FailedMessagesAsync(services, name, cancellationToken));
        await services.StopAsync(cancellationToken);
    }

    private static async Task<string[]> FailedMessagesAsync(FiveServices services, string service, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(services.Address(service)) };
        JsonElement page = await http.GetFromJsonAsync<JsonElement>($"/message-failures/{service}", cancellationToken);
        return [.. page.GetProperty("items").EnumerateArray().Select(failure => failure.GetRawText())];
    }
}
