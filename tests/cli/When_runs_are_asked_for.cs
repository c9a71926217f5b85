namespace DialInsight.Cli.Tests;

public sealed class When_runs_are_asked_for
{
    [Theory]
    [InlineData("released", 0)]
    [InlineData("refused", 2)]
    [InlineData("cancelled", 1)]
    public async Task Watching_ends_with_the_run_and_its_exit_code_tells_how(string state, int code)
    {
        await using StubService service = await StubService.StartAsync(
            StubService.Answer(200, Run("running", 3)), StubService.Answer(503, ""), StubService.Answer(200, Run(state, 5, ended: true)));
        Tool.Outcome outcome = await Tool.RunAsync("", "runs", "watch", "r", "--server", service.Url, "--api-key", "k");

        Assert.Equal(code, outcome.ExitCode);
        Assert.Equal("running: 3 of 5 accepted · 5 requested = 3 accepted + 1 rejected + 0 failed + 1 pending · 2/s · about 0:01 left · 1.5 (+0.5 reserved) of 4 EUR", outcome.Output[0]);
        Assert.StartsWith($"{state}: 5 of 5 accepted", outcome.Output[^2], StringComparison.Ordinal);
        Assert.Equal("warning: few dialogues", outcome.Output[^1]);
        Assert.All(service.Requests, request => Assert.Equal(("/runs/r", "Bearer k"), (request.Path, request.Key)));
    }

    [Fact]
    public async Task A_run_is_created_from_a_recipe_under_its_id()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(201, Run("collecting", 0)));
        Tool.Outcome outcome = await Tool.RunAsync("name: x", "runs", "create", "-", "--id", "r", "--transcripts", "7", "--server", service.Url);

        Assert.Equal((0, "r"), (outcome.ExitCode, Assert.Single(outcome.Output).TrimEnd()));
        Assert.Equal(("/runs?id=r&transcripts=7", "name: x"), (service.Requests.First().Path, service.Requests.First().Body));
    }

    [Fact]
    public async Task A_run_that_cannot_reach_its_targets_is_created_with_a_warning()
    {
        const string none = "{\"low\":0,\"expected\":0,\"high\":0}";
        const string estimate = $$"""{"recipe":"x","cells":[],"purposes":[],"requests":{{none}},"tokens":{{none}},"cost":{{none}},"warnings":["lending/summary: 0 dialogues"]}""";
        await using StubService service = await StubService.StartAsync(StubService.Answer(200, estimate), StubService.Answer(201, Run("collecting", 0)));
        Tool.Outcome outcome = await Tool.RunAsync("name: x", "runs", "create", "-", "--server", service.Url);

        Assert.Equal((0, "r", "warning: lending/summary: 0 dialogues"), (outcome.ExitCode, Assert.Single(outcome.Output).TrimEnd(), Assert.Single(outcome.Errors)));
        Assert.Equal(["/runs/estimate", "/runs"], service.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task What_the_service_refuses_is_one_line_on_standard_error()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(409, """{ "type": "run-state", "title": "no", "detail": "It is released." }"""));
        foreach (string command in (string[])["pause", "resume", "cancel", "show"])
        {
            Tool.Outcome outcome = await Tool.RunAsync("", "runs", command, "r", "--server", service.Url);
            Assert.Equal((1, "dialinsight: It is released."), (outcome.ExitCode, Assert.Single(outcome.Errors)));
        }

        Assert.Equal(["/runs/r/pause", "/runs/r/resume", "/runs/r/cancel", "/runs/r"], service.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Runs_are_listed_by_where_they_stand()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(200, $$"""{ "items": [{{Run("running", 3)}}] }"""));
        Tool.Outcome outcome = await Tool.RunAsync("", "runs", "list", "--state", "running", "--limit", "5", "--server", service.Url);

        Assert.Equal((0, "/runs?state=running&limit=5"), (outcome.ExitCode, service.Requests.Single().Path.Replace("Running", "running", StringComparison.Ordinal)));
        Assert.Equal(1, (await Tool.RunAsync("", "runs", "list", "--state", "lost", "--server", service.Url)).ExitCode);
    }

    [Fact]
    public async Task A_budget_is_sent_and_the_run_shown_cell_by_cell()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(200, Run("running", 3)));
        Tool.Outcome outcome = await Tool.RunAsync("", "runs", "budget", "r", "12.5", "--server", service.Url);

        Assert.Equal(("/runs/r/budget", """{"limit":12.5}"""), (service.Requests.Single().Path, service.Requests.Single().Body));
        Assert.Contains(outcome.Output, line => line.Contains("lending/summary", StringComparison.Ordinal) && line.Contains("3 of 5", StringComparison.Ordinal));
        Assert.Equal(1, (await Tool.RunAsync("", "runs", "budget", "r", "-1", "--server", service.Url)).ExitCode);
    }

    private static string Run(string state, int accepted, bool ended = false) => $$"""
        {
          "id": "r", "recipe": "desk", "domain": "library@1", "language": "en", "curation": "thresholds", "state": "{{state}}", "status": "{{state}}",
          "createdAt": "2026-01-01T00:00:00Z", "endedAt": {{(ended ? "\"2026-01-01T00:01:00Z\"" : "null")}}, "rate": 2, "etaSeconds": {{(ended ? "null" : "1")}},
          "budget": { "currency": "EUR", "limit": 4, "spent": 1.5, "reserved": 0.5 }, "warnings": ["few dialogues"],
          "totals": { "target": 5, "requested": 5, "accepted": {{accepted}}, "rejected": 1, "failed": 0, "pending": {{(ended ? 0 : 1)}}, "inReview": 0 },
          "cells": [{ "id": "lending/summary", "state": "filling", "dialogues": 5, "instructions": 1,
                      "counts": { "target": 5, "requested": 5, "accepted": {{accepted}}, "rejected": 1, "failed": 0, "pending": 1, "inReview": 0 } }]
        }
        """;
}
