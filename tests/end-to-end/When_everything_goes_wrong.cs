using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>
/// One run, and all that can happen to it: three of ten calls throttled and one of twenty answered with rubbish all along; a worker killed, the store locked,
/// the broker restarted and the model away, one after the other.
/// </summary>
[Trait("Category", "Broker")]
[Collection(FiveServices.OneAtATime)]
public sealed class When_everything_goes_wrong
{
    private const int Target = 12, CallsOfOneWorker = 2;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private static readonly ScriptRule[] s_usual =
    [
        new ScriptRule { Do = ScriptedBehaviour.Throttle, Rate = 0.3 },
        new ScriptRule { Do = ScriptedBehaviour.Malform, Rate = 0.05 },
    ];

    [Fact]
    public async Task Every_cell_is_filled_exactly_and_the_same_again_costs_nothing()
    {
        if (Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ") is null)
            Assert.Skip("No broker: where DIALINSIGHT_RABBITMQ names one, RabbitMQ is installed, and this test starts its own.");
        if (DocumentServer.IsUsed)
            Assert.Skip("The store is locked as a file: there is none on a document server.");

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using OwnBroker broker = await OwnBroker.StartAsync(workspace);
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 250, cancellationToken);
        Dictionary<string, string> settings = PipelineModel.Settings(model);
        settings["LanguageModel:MaxConcurrency"] = $"{CallsOfOneWorker}";
        await using FiveServices services = await FiveServices.StartAsync(settings, broker.Uri, workspace, cancellationToken, "second worker");
        DialInsightClient runs = services.Client("prompt-assembly");
        long kept = await services.SendCallsAsync(cancellationToken);
        string id = (await runs.Runs.CreateAsync(Recipes.Extraction(Target), "first", kept, cancellationToken)).Id;
        await AcceptedAsync(services, id, 1, cancellationToken);
        model.Play(Slowly(s_usual));

        await AcceptedAsync(services, id, 3, cancellationToken);
        await services.KillAsync("second worker");
        services.StartWorker("third worker");

        await AcceptedAsync(services, id, 8, cancellationToken);
        using (await DatabaseLock.TakeAsync(workspace.Path("data", "labeling.db"), cancellationToken))
            await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);

        await AcceptedAsync(services, id, 14, cancellationToken);
        await broker.RestartAsync();

        await AcceptedAsync(services, id, 20, cancellationToken);
        model.Play(new ScriptRule { Do = ScriptedBehaviour.Fail, Status = 503 });
        await Task.Delay(TimeSpan.FromSeconds(20), cancellationToken);
        model.Play(Slowly(s_usual));

        RunView run = await ReleasedAsync(services, id, cancellationToken);
        Assert.All(run.Cells, cell => Assert.Equal(Target, cell.Counts.Accepted));
        Assert.True(Repeated(model) <= CallsOfOneWorker, $"{Repeated(model)} calls were repeated.");
        await services.AssertReleasedAsync(run, 3 * Target, workspace, cancellationToken);

        model.Play(ModelScript.Obliging);
        int before = model.Ledger.Count;
        id = (await runs.Runs.CreateAsync(Recipes.Extraction(Target), "second", kept, cancellationToken)).Id;
        RunView second = await ReleasedAsync(services, id, cancellationToken);
        Assert.All(second.Cells, cell => Assert.Equal(Target, cell.Counts.Accepted));
        Assert.Equal(0, model.Ledger.Count - before);
    }

    private static ModelScript Slowly(ScriptRule[] rules) => new() { LatencyMilliseconds = 1500, Rules = rules, Seed = 5 };

    private static async Task AcceptedAsync(FiveServices services, string id, int accepted, CancellationToken cancellationToken)
    {
        RunView run = await services.ReachAsync(id, run => run.Totals.Accepted >= accepted, s_patience, cancellationToken);
        Assert.True(run.EndedAt is null, "The run was over before everything had gone wrong.");
    }

    private static async Task<RunView> ReleasedAsync(FiveServices services, string id, CancellationToken cancellationToken)
    {
        RunView run = await services.ReachAsync(id, run => run.EndedAt is not null, s_patience, cancellationToken);
        Assert.True(run.State == RunState.Released, services.Story(run));
        Assert.Equal(0, run.Totals.Pending);
        return run;
    }

    // An answer that is rubbish is asked for again, rightly.
    private static int Repeated(ScriptedModelServer server)
    {
        LedgerEntry[] answered = [.. server.Ledger.Entries.Where(entry => entry is { Status: 200, Did: ScriptedBehaviour.Answer })];
        return answered.Length - answered.Select(entry => entry.Key).Distinct().Count();
    }
}
