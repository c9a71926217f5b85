using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_run_is_large
{
    [Fact]
    public async Task It_ends_with_exactly_its_targets_although_a_fifth_is_rejected_and_a_twentieth_fails()
    {
        const int target = 10_000;
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 400, instructions: 300);
        var chance = new Random(11);
        host.Told.Answer = request => Draw(chance) switch
        {
            < 0.05 => Some.Failed(request),
            < 0.25 => Some.Judged(request, JudgementOutcome.Rejected),
            _ => Some.Judged(request, JudgementOutcome.Accepted),
        };
        (await host.PostAsync("/runs?id=r&transcripts=400", Some.Recipe(target, attempts: 12))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends", TimeSpan.FromMinutes(5));

        CellOutcome cell = Assert.Single(host.Told.Completed["r"].Cells);
        Assert.Equal((target, null), (cell.Accepted, cell.DryReason));
        Assert.Equal(cell.Requested, cell.Accepted + cell.Rejected + cell.Failed);
        Assert.Equal(cell.Requested, host.Told.Requests.Count);
        Assert.InRange(cell.Rejected / (double)cell.Requested, 0.18, 0.22);
        Assert.InRange(cell.Failed / (double)cell.Requested, 0.04, 0.06);
    }

    [Fact]
    public async Task It_leaves_room_for_another_beside_it()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 200, instructions: 20);
        (await host.PostAsync("/runs?id=large&transcripts=200", Some.Recipe(3_000))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => Of(host, "large") == RunPlanner.RunWindow + 1, "its window is full");
        (await host.PostAsync("/runs?id=small&transcripts=200", Some.Recipe(100))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => Of(host, "small") == 100, "the other is asked for at once");

        // Nobody has answered: of the large run, nothing more is on its way than before.
        Assert.Equal(RunPlanner.RunWindow + 1, Of(host, "large"));
        Assert.Equal((RunPlanner.RunWindow + 1, 0, 0, 0, RunPlanner.RunWindow + 1), await host.TotalsAsync("large"));
        Assert.Equal((100, 0, 0, 0, 100), await host.TotalsAsync("small"));
    }

    private static int Of(PromptHost host, string run) => host.Told.Requests.Values.Count(request => request.RunId == run);

    private static double Draw(Random chance)
    {
        lock (chance)
            return chance.NextDouble();
    }
}
