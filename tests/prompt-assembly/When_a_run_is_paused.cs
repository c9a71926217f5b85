using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_run_is_paused
{
    [Fact]
    public async Task A_failure_that_is_tried_again_meanwhile_is_taken_up_when_it_goes_on()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 6, instructions: 2);
        (await host.PostAsync("/runs?id=r&transcripts=6", Some.Recipe(2, attempts: 1))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 2, "two requests");
        LabelAssignment failed = host.Told.Requests.Values.First(request => request.Slot == 0);
        await host.PublishAsync(Some.Failed(failed));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Failed == 1, "one failed");
        (await host.PostAsync("/runs/r/pause")).EnsureSuccessStatusCode();
        await host.PublishAsync(Some.Redrive(failed));
        PromptAssemblyStore store = host.Get<PromptAssemblyStore>();
        await PromptHost.UntilAsync(async () => await store.Redrives.CountAsync(Storage.Query.All, default) == 1, "it is kept");
        Assert.Equal(2, host.Told.Requests.Count);

        (await host.PostAsync("/runs/r/resume")).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 3, "the new attempt");
        await PromptHost.UntilAsync(async () => await store.Redrives.CountAsync(Storage.Query.All, default) == 0, "the order is done with");
        foreach (LabelAssignment request in host.Told.Requests.Values.Where(request => request.AttemptId != failed.AttemptId))
            await host.PublishAsync(Some.Judged(request, JudgementOutcome.Accepted));
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");
        Assert.Equal((3, 2, 0, 1, 0), await host.TotalsAsync("r"));
    }

    [Fact]
    public async Task Runs_are_listed_by_where_they_stand()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 2, instructions: 1);
        foreach (string id in (string[])["first", "second"])
            (await host.PostAsync($"/runs?id={id}&transcripts=99", Some.Recipe(2))).EnsureSuccessStatusCode();
        (await host.PostAsync("/runs/first/cancel")).EnsureSuccessStatusCode();

        Assert.Equal(["first"], await ListAsync("?state=cancelled"));
        Assert.Equal(["second"], await ListAsync("?state=Collecting"));
        Assert.Equal(["second", "first"], await ListAsync(""));
        using HttpResponseMessage refused = await host.Client.GetAsync(new Uri("/runs?state=lost", UriKind.Relative));
        Assert.Contains("it must be one of collecting, running", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task<string[]> ListAsync(string query) =>
            [.. (await host.Client.GetFromJsonAsync<JsonElement>(new Uri($"/runs{query}", UriKind.Relative))).GetProperty("items").EnumerateArray().Select(run => run.GetProperty("id").GetString()!)];
    }

    [Fact]
    public async Task A_key_that_the_model_refuses_uses_up_no_attempts()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 30, instructions: 1);
        host.Told.Answer = request => Some.Failed(request, FailureClass.KeyRefused);
        (await host.PostAsync("/runs?id=r&transcripts=30", Some.Recipe(8, attempts: 1))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")) is { Requested: > 0, Pending: 0 }, "all fail");
        JsonElement paused = await host.RunAsync("r");
        Assert.Equal("paused: the model refuses the key", paused.GetProperty("status").GetString());
        Assert.Contains("the model refuses the key", paused.GetProperty("pauseDetail").GetString(), StringComparison.Ordinal);
        LabelAssignment[] refused = [.. host.Told.Requests.Values];

        host.Told.Answer = request => Some.Judged(request, JudgementOutcome.Accepted);
        (await host.PostAsync("/runs/r/resume")).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");
        (int requested, int accepted, int rejected, int failed, int pending) = await host.TotalsAsync("r");
        Assert.Equal((refused.Length + 8, 8, 0, refused.Length, 0), (requested, accepted, rejected, failed, pending));

        // Each slot asks again about the dialogue that nobody could answer for.
        Assert.All(refused, request => Assert.Contains(
            host.Told.Requests.Values, again => again.Slot == request.Slot && again.Number == 1 && again.TranscriptId == request.TranscriptId));
    }
}
