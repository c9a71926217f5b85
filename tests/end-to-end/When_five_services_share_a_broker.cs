using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>The distributed edition: five services and a second labelling worker as processes, on a real RabbitMQ.</summary>
[Trait("Category", "Broker")]
[Collection(FiveServices.OneAtATime)]
public sealed class When_five_services_share_a_broker
{
    private const int Target = 8;
    private const int CallsInFlight = 2 * 8;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_worker_killed_in_the_middle_costs_nothing()
    {
        string broker = FiveServices.Broker();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 500, cancellationToken);
        using var workspace = new Workspace();
        await using FiveServices services = await FiveServices.StartAsync(PipelineModel.Settings(model), broker, workspace, cancellationToken, "second worker");

        long kept = await services.SendCallsAsync(cancellationToken);
        string id = (await services.Client("prompt-assembly").Runs.CreateAsync(Recipes.Extraction(Target), $"end-to-end-{Guid.NewGuid():N}", kept, cancellationToken)).Id;
        RunView run = await services.ReachAsync(id, reached => reached.Totals.Accepted >= Target / 2, s_patience, cancellationToken);
        Assert.True(run.Totals.Accepted < 3 * Target, "The run was over before a worker could be killed in it.");
        await services.KillAsync("second worker");

        run = await services.ReachAsync(id, reached => reached.EndedAt is not null, s_patience, cancellationToken);

        Assert.True(run.State == RunState.Released, services.Story(run));
        Assert.All(run.Cells, cell => Assert.Equal(Target, cell.Counts.Accepted));
        Assert.Equal(0, run.Totals.Pending);
        Assert.True(PipelineModel.Repeated(model) <= CallsInFlight, $"{PipelineModel.Repeated(model)} calls were repeated.");
        await services.AssertReleasedAsync(run, 3 * Target, workspace, cancellationToken);
        await services.StopAsync(cancellationToken);
    }

    [Fact]
    public async Task What_people_approve_in_one_process_fills_a_run_in_another()
    {
        string broker = FiveServices.Broker();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 10, cancellationToken);
        using var workspace = new Workspace();
        await using FiveServices services = await FiveServices.StartAsync(PipelineModel.Settings(model), broker, workspace, cancellationToken);

        DialInsightClient runs = services.Client("prompt-assembly"), instructions = services.Client("instruction-evolution");
        long kept = await services.SendCallsAsync(cancellationToken);
        RunView run = await runs.Runs.CreateAsync(GateReviewer.Recipe, $"curated-{Guid.NewGuid():N}", kept, cancellationToken);
        run = await GateReviewer.CurateAsync(instructions, runs, run, () => services.Story(), cancellationToken);

        Assert.Equal((RunState.Released, GateReviewer.Target), (run.State, run.Totals.Accepted));
        await GateReviewer.AssertLineageAsync(instructions, cancellationToken);
    }
}
