using System.Net;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_run_is_filled
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Should_account_for_every_attempt_whatever_the_verdicts_and_their_order(int seed)
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 30, instructions: 2);
        const int target = 20;
        (await host.PostAsync("/runs?id=r&transcripts=30", Some.Recipe(target, attempts: 3))).EnsureSuccessStatusCode();
        var verdicts = new Verdicts(seed);
        for (int round = 0; !host.Told.Completed.ContainsKey("r"); round++)
        {
            Assert.True(round < 2000, "the run does not end");
            foreach (object message in verdicts.Next(host.Told.Requests.Values))
                await host.PublishAsync(message);
            if (round % 7 == seed % 6)
                (await host.PostAsync("/runs/r/pause")).Dispose();
            if (round % 7 == (seed % 6) + 1)
                (await host.PostAsync("/runs/r/resume")).Dispose();
            await host.TotalsAsync("r");
            await Task.Delay(10);
        }

        (int requested, int accepted, int rejected, int failed, int pending) = await host.TotalsAsync("r");
        CellOutcome cell = Assert.Single(host.Told.Completed["r"].Cells);
        Assert.Equal((requested, accepted, rejected, failed, 0), (cell.Requested, cell.Accepted, cell.Rejected, cell.Failed, pending));
        Assert.Equal(accepted < target, cell.DryReason is not null);
        Assert.Equal(verdicts.Filled, accepted);
        Assert.Equal(host.Told.Requests.Count, requested);

        // Every slot was filled, or tried as often as the recipe says.
        Assert.All(
            host.Told.Requests.Values.GroupBy(request => request.Slot), slot => Assert.True(verdicts.IsFilled(slot.Key) || slot.Count() == 3, $"slot {slot.Key} was given up"));
        Assert.Equal(target, host.Told.Requests.Values.Select(request => request.Slot).Distinct().Count());
    }

    [Fact]
    public async Task Should_request_the_same_of_the_same_seed_whatever_arrives_first()
    {
        Dictionary<string, (string, string, AssembledPrompt)> first = await FillAsync(backwards: false, seed: 7);
        Dictionary<string, (string, string, AssembledPrompt)> second = await FillAsync(backwards: true, seed: 7);
        Dictionary<string, (string, string, AssembledPrompt)> other = await FillAsync(backwards: false, seed: 8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(12, first.Values.Select(request => request.Item1).Distinct().Count());
        Assert.All(first.Values, request => Assert.DoesNotContain("{{", request.Item3.Before + request.Item3.After, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_have_samples_scored_and_say_how_to_select_where_the_recipe_does()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 3, instructions: 1);
        (await host.PostAsync("/runs?id=plain&transcripts=3", Some.Recipe(2))).EnsureSuccessStatusCode();
        await AcceptAllAsync(host, "plain");
        (await host.PostAsync("/runs?id=best&transcripts=3", Some.Recipe(2, more: "selection: { most: 1, similarity: 0.7 }"))).EnsureSuccessStatusCode();
        await AcceptAllAsync(host, "best");
        await PromptHost.UntilAsync(() => host.Told.Completed.Count == 2, "both runs end");

        Assert.Equal((null, new SelectionPolicy(1, 0.7)), (host.Told.Completed["plain"].Selection, host.Told.Completed["best"].Selection));
        Assert.All(host.Told.Requests.Values, request => Assert.Equal(request.RunId == "best", request.Judging.Scored));
        // What is selected leaves the run's counts as they are.
        Assert.Equal((2, 2), (host.Told.Completed["best"].Cells[0].Accepted, host.Told.Completed["best"].Cells[0].Target));
    }

    [Fact]
    public async Task Should_estimate_the_scores_that_a_selection_goes_by()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 3, instructions: 1);
        JsonElement plain = await EstimateAsync(host, ""), best = await EstimateAsync(host, "selection: { most: 1 }"), all = await EstimateAsync(host, "selection: { most: 2 }");

        (long input, long output) = Judging(plain);
        (long scoredInput, long scoredOutput) = Judging(best);
        // Two samples, three votes each.
        Assert.InRange((scoredInput - input) / 6, 150, 250);
        Assert.InRange((scoredOutput - output) / 6, 5, 20);
        Assert.DoesNotContain("selection.most", best.GetProperty("warnings").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("no more samples than selection.most", all.GetProperty("warnings").GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> EstimateAsync(PromptHost host, string more)
    {
        using HttpResponseMessage answer = await host.PostAsync("/runs/estimate", Some.Recipe(2, more: more));
        return JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
    }

    private static (long Input, long Output) Judging(JsonElement estimate)
    {
        JsonElement judge = estimate.GetProperty("purposes").EnumerateArray().Single(purpose => purpose.GetProperty("purpose").GetString() == "judge");
        return (judge.GetProperty("inputTokens").GetInt64(), judge.GetProperty("outputTokens").GetInt64());
    }

    [Fact]
    public async Task Should_say_why_a_cell_is_dry()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 3, instructions: 1);
        (await host.PostAsync("/runs?id=rooms&transcripts=3", Some.Recipe(2, scenario: "rooms"))).EnsureSuccessStatusCode();
        (await host.PostAsync("/runs?id=few&transcripts=3", Some.Recipe(5))).EnsureSuccessStatusCode();
        await AcceptAllAsync(host, "few");
        await PromptHost.UntilAsync(() => host.Told.Completed.Count == 2, "both runs end");

        Assert.Contains("no dialogue of the scenario rooms", host.Told.Completed["rooms"].Cells[0].DryReason, StringComparison.Ordinal);
        Assert.Contains("all 3 candidates", host.Told.Completed["few"].Cells[0].DryReason, StringComparison.Ordinal);
        Assert.Equal(3, host.Told.Completed["few"].Cells[0].Accepted);
    }

    [Fact]
    public async Task Should_start_the_same_run_once()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 2, instructions: 1);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/runs?id=one", Some.Recipe(1))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/runs?id=one", Some.Recipe(1))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await host.PostAsync("/runs?id=one", Some.Recipe(2))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/runs?id=a%7Cb", Some.Recipe(1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/runs?id=", Some.Recipe(1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/runs?transcripts=0", Some.Recipe(1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/runs", "name: [")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/runs/none/pause")).StatusCode);
    }

    [Fact]
    public async Task Should_settle_what_a_cancelled_run_left_and_end_its_events()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 4, instructions: 1);
        (await host.PostAsync("/runs?id=r&transcripts=4", Some.Recipe(4))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 4, "four requests");
        Task<string> events = host.Client.GetStringAsync(new Uri("/runs/r/events", UriKind.Relative), TestContext.Current.CancellationToken);
        LabelAssignment[] requests = [.. host.Told.Requests.Values];
        await host.PublishAsync(Some.Judged(requests[0], JudgementOutcome.Accepted));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Accepted == 1, "one is accepted");

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/runs/r/cancel")).StatusCode);
        Assert.Equal((4, 1, 0, 3, 0), await host.TotalsAsync("r"));
        await PromptHost.UntilAsync(() => host.Told.Ended.ContainsKey("r"), "the end is told");
        string[] shown = [.. (await events).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line[6..])];
        Assert.Equal("cancelled", JsonDocument.Parse(shown[^1]).RootElement.GetProperty("state").GetString());

        await host.PublishAsync(Some.Judged(requests[1], JudgementOutcome.InReview));
        await host.PublishAsync(Some.Judged(requests[2], JudgementOutcome.Rejected));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Rejected == 1, "a late verdict is noted");
        Assert.Equal((4, 1, 1, 2, 0), await host.TotalsAsync("r"));
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/runs/r/cancel")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await host.PostAsync("/runs/r/resume")).StatusCode);
    }

    [Fact]
    public async Task Should_say_that_it_waits_for_reviews_where_nothing_else_is_under_way()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 4, instructions: 1);
        (await host.PostAsync("/runs?id=r&transcripts=4", Some.Recipe(2))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 2, "two requests");
        LabelAssignment[] requests = [.. host.Told.Requests.Values];
        await host.PublishAsync(Some.Judged(requests[0], JudgementOutcome.InReview));
        await PromptHost.UntilAsync(async () => await StatusAsync(host) == ("running", 1), "one is in review, one is being labelled");
        await host.PublishAsync(Some.Judged(requests[1], JudgementOutcome.Accepted));
        await PromptHost.UntilAsync(async () => await StatusAsync(host) == ("running: waits for reviews", 1), "it waits for a person");
        await host.PublishAsync(Some.Judged(requests[0], JudgementOutcome.Accepted, revision: 1));
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");
    }

    private static async Task<(string?, int)> StatusAsync(PromptHost host)
    {
        JsonElement run = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/runs/r", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
        return (run.GetProperty("status").GetString(), run.GetProperty("totals").GetProperty("inReview").GetInt32());
    }

    [Fact]
    public async Task Should_reopen_a_slot_that_a_person_empties()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 4, instructions: 1);
        (await host.PostAsync("/runs?id=r&transcripts=4", Some.Recipe(2))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 2, "two requests");
        LabelAssignment first = host.Told.Requests.Values.First(request => request.Slot == 0);
        await host.PublishAsync(Some.Judged(first, JudgementOutcome.Accepted));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Accepted == 1, "one is accepted");
        await host.PublishAsync(Some.Judged(first, JudgementOutcome.Rejected, revision: 1));
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 3, "the slot's next attempt");

        Assert.Equal((0, 1), host.Told.Requests.Values.Where(request => request.Slot == 0 && request.Number > 0).Select(request => (request.Slot, request.Number)).Single());
        await AcceptAllAsync(host, "r", but: first);
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");
        Assert.Equal((3, 2, 1, 0, 0), await host.TotalsAsync("r"));
    }

    [Fact]
    public async Task Should_try_a_failure_again_once_when_asked_to()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 6, instructions: 2);
        (await host.PostAsync("/runs?id=r&transcripts=6", Some.Recipe(2, attempts: 1))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 2, "two requests");
        LabelAssignment failed = host.Told.Requests.Values.First(request => request.Slot == 0);
        await host.PublishAsync(Some.Failed(failed));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Failed == 1, "one failed");
        await host.PublishAsync(Some.Redrive(failed));
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 3, "the new attempt");

        LabelAssignment again = host.Told.Requests.Values.First(request => request.Slot == 0 && request.Number == 1);
        await host.PublishAsync(Some.Failed(again));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Failed == 2, "both failed");
        await host.PublishAsync(Some.Redrive(failed));
        await host.PublishAsync(Some.Judged(host.Told.Requests.Values.First(request => request.Slot == 1), JudgementOutcome.Accepted));
        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");
        Assert.Equal((3, 1, 0, 2, 0), await host.TotalsAsync("r"));
    }

    [Fact]
    public async Task Should_go_on_past_transcripts_that_were_erased()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 6, instructions: 1);
        (await host.PostAsync("/runs?id=r&transcripts=6", Some.Recipe(3))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 3, "three requests");
        HashSet<string> asked = [.. host.Told.Requests.Values.Select(request => request.TranscriptId)];
        for (int number = 0; number < 6; number++)
        {
            string id = $"t-{number:D3}";
            if (!asked.Contains(id))
                await host.PublishAsync(Some.Erased(id));
        }

        PromptAssemblyStore store = host.Get<PromptAssemblyStore>();
        await PromptHost.UntilAsync(async () => await store.Transcripts.CountAsync(Storage.Query.All.Where("erased", true), default) == 3, "three are erased");
        foreach (LabelAssignment request in host.Told.Requests.Values)
            await host.PublishAsync(Some.Judged(request, JudgementOutcome.Rejected));

        await PromptHost.UntilAsync(() => host.Told.Completed.ContainsKey("r"), "the run ends");
        Assert.Equal((6, 0, 3, 3, 0), await host.TotalsAsync("r"));
    }

    [Fact]
    public async Task Should_fill_a_slot_again_whose_transcript_was_erased()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 6, instructions: 1);
        (await host.PostAsync("/runs?id=r&transcripts=6", Some.Recipe(2))).EnsureSuccessStatusCode();
        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 2, "two requests");
        LabelAssignment filled = host.Told.Requests.Values.First(request => request.Slot == 0);
        await host.PublishAsync(Some.Judged(filled, JudgementOutcome.Accepted));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Accepted == 1, "one is accepted");
        await host.PublishAsync(Some.Erased(filled.TranscriptId));

        await PromptHost.UntilAsync(() => host.Told.Requests.Count == 3, "the slot's next attempt");
        LabelAssignment next = host.Told.Requests.Values.Single(request => request.Slot == 0 && request.Number == 1);
        Assert.NotEqual(filled.TranscriptId, next.TranscriptId);
        Assert.Null(await host.Get<PromptAssemblyStore>().Requests.FindAsync(filled.AttemptId, default));
        await AcceptAllAsync(host, "r", but: filled);
        Assert.Equal((3, 2, 0, 1, 0), await host.TotalsAsync("r"));
        Assert.Equal(1, host.Told.Completed["r"].Cells.Single().Erased);
    }

    [Fact]
    public async Task Should_show_itself_short_where_a_sample_was_erased_after_its_end()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 6, instructions: 1);
        (await host.PostAsync("/runs?id=r&transcripts=6", Some.Recipe(2))).EnsureSuccessStatusCode();
        await AcceptAllAsync(host, "r");
        LabelAssignment erased = host.Told.Requests.Values.First();
        await host.PublishAsync(Some.Erased(erased.TranscriptId));
        await PromptHost.UntilAsync(async () => (await host.TotalsAsync("r")).Failed == 1, "one is lost");

        Assert.Equal((2, 1, 0, 1, 0), await host.TotalsAsync("r"));
        JsonElement cell = (await host.RunAsync("r")).GetProperty("cells")[0];
        Assert.Contains("erased", cell.GetProperty("dryReason").GetString(), StringComparison.Ordinal);
        await host.PublishAsync(Some.Judged(erased, JudgementOutcome.Accepted, revision: 1));
        await host.PublishAsync(Some.Erased(erased.TranscriptId));
        Assert.Equal((2, 1, 0, 1, 0), await host.TotalsAsync("r"));
    }

    private static async Task<Dictionary<string, (string Transcript, string Instruction, AssembledPrompt Prompt)>> FillAsync(bool backwards, int seed)
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 15, instructions: 3, backwards);
        (await host.PostAsync("/runs?id=r&transcripts=15", Some.Recipe(12, seed: seed))).EnsureSuccessStatusCode();
        await AcceptAllAsync(host, "r");
        return host.Told.Requests.Values.ToDictionary(request => request.AttemptId, request => (request.TranscriptId, request.InstructionId, request.Prompt));
    }

    private static async Task AcceptAllAsync(PromptHost host, string run, LabelAssignment? but = null)
    {
        HashSet<string> answered = but is null ? [] : [but.AttemptId];
        await PromptHost.UntilAsync(
            async () =>
            {
                foreach (LabelAssignment request in host.Told.Requests.Values.Where(request => request.RunId == run && answered.Add(request.AttemptId)))
                    await host.PublishAsync(Some.Judged(request, JudgementOutcome.Accepted));
                return host.Told.Completed.ContainsKey(run);
            },
            "the run ends");
    }
}
