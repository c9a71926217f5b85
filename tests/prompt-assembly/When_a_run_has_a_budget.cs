using System.Net;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_run_has_a_budget
{
    private const int Target = 1500;
    private const decimal Cost = 0.01m;
    private static readonly string[] s_prices = ["--LanguageModel:PricePerMillionInput=5", "--LanguageModel:PricePerMillionOutput=10"];

    [Fact]
    public async Task It_stops_within_a_window_of_the_limit_and_goes_on_to_its_target_once_that_is_raised()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 60, instructions: 30, settings: s_prices);
        host.Told.Answer = request => Some.Judged(request, JudgementOutcome.Accepted, cost: Cost);
        const double limit = (double)(Target * Cost) * 0.4;
        (await host.PostAsync("/runs?id=r&transcripts=60", Some.Recipe(Target, budget: limit))).EnsureSuccessStatusCode();
        JsonElement stopped = default;
        await PromptHost.UntilAsync(
            async () =>
            {
                stopped = await host.RunAsync("r");
                return Status(stopped) == "paused: budget" && Total(stopped, "pending") == 0 && Spent(stopped) > limit - (double)Cost;
            },
            "the budget is used up");

        Assert.Equal(Total(stopped, "requested"), Total(stopped, "accepted"));
        Assert.InRange(Spent(stopped), limit - (double)Cost, limit + (double)(RunPlanner.RunWindow * Cost));
        Assert.Equal((double)(Total(stopped, "accepted") * Cost), Spent(stopped), 0.001);
        Assert.Contains("POST /runs/r/budget", stopped.GetProperty("pauseDetail").GetString(), StringComparison.Ordinal);

        using HttpResponseMessage raised = await host.PostJsonAsync("/runs/r/budget", """{ "limit": 30 }""");
        Assert.Equal(HttpStatusCode.OK, raised.StatusCode);
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");
        Assert.Equal((Target, Target, 0, 0, 0), await host.TotalsAsync("r"));
    }

    [Fact]
    public async Task It_goes_on_by_itself_where_requests_come_out_cheaper_than_expected()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 20, instructions: 1, settings: s_prices);
        (await host.PostAsync("/runs?id=r&transcripts=20", Some.Recipe(20, budget: 0.03))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(async () => Status(await host.RunAsync("r")) == "paused: budget", "what is reserved fills the budget");
        await PromptHost.UntilAsync(() => !host.Told.Requests.IsEmpty, "some are requested");
        Assert.InRange(host.Told.Requests.Count, 1, 19);

        HashSet<string> answered = [];
        await PromptHost.UntilAsync(
            async () =>
            {
                foreach (LabelAssignment request in host.Told.Requests.Values.Where(request => answered.Add(request.AttemptId)))
                    await host.PublishAsync(Some.Judged(request, JudgementOutcome.Accepted, cost: 0.0001m));
                return host.Told.Completed.ContainsKey("r");
            },
            "the run ends");
        Assert.Equal((20, 20, 0, 0, 0), await host.TotalsAsync("r"));
    }

    [Fact]
    public async Task What_the_budget_may_not_be_is_told()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 1, instructions: 1);
        (await host.PostAsync("/runs?id=r", Some.Recipe(1))).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostJsonAsync("/runs/r/budget", """{ "limit": 0 }""")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostJsonAsync("/runs/none/budget", """{ "limit": 1 }""")).StatusCode);
        (await host.PostAsync("/runs/r/cancel")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Conflict, (await host.PostJsonAsync("/runs/r/budget", """{ "limit": 1 }""")).StatusCode);
    }

    private static string? Status(JsonElement run) => run.GetProperty("status").GetString();

    private static int Total(JsonElement run, string name) => run.GetProperty("totals").GetProperty(name).GetInt32();

    private static double Spent(JsonElement run) => run.GetProperty("budget").GetProperty("spent").GetDouble();
}
