namespace DialInsight.Cli.Tests;

public sealed class When_instructions_are_worked
{
    [Fact]
    public async Task A_queue_is_listed_page_by_page_and_decided_at_once()
    {
        await using StubService service = await StubService.StartAsync(
            StubService.Answer(200, """{"items":[{"id":"a","version":3}],"nextCursor":"c1"}"""),
            StubService.Answer(200, """{"items":[{"id":"b","version":1}],"nextCursor":null}"""),
            StubService.Answer(207, """{"done":1,"refused":1,"items":[{"id":"a","status":200},{"id":"b","status":409,"detail":"It is rejected by li."}]}"""));
        Tool.Outcome outcome = await Tool.RunAsync("", "instructions", "decide", "reject", "--gate", "curation", "--batch", "x", "--reason", "too narrow", "--server", service.Url, "--api-key", "k");

        Assert.Equal((2, "1 decided, 1 refused", "  b: It is rejected by li."), (outcome.ExitCode, Assert.Single(outcome.Output), Assert.Single(outcome.Errors)));
        (string path, string body, string? key)[] requests = [.. service.Requests];
        Assert.Equal("/instructions?gate=curation&batch=x&limit=1000", requests[0].path);
        Assert.EndsWith("&cursor=c1", requests[1].path, StringComparison.Ordinal);
        Assert.Equal(("/instructions/decisions", "Bearer k"), (requests[2].path, requests[2].key));
        Assert.Contains("{\"id\":\"a\",\"version\":3", requests[2].body, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"too narrow\"", requests[2].body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_is_sent_as_it_is_and_refused_lines_are_named()
    {
        await using StubService service = await StubService.StartAsync(
            StubService.Answer(207, """{"added":1,"known":0,"refused":1,"lines":[{"line":2,"id":null,"reason":"is no JSON object"}]}"""));
        Tool.Outcome outcome = await Tool.RunAsync(
            "{\"text\":\"一\"}\n7\n", "instructions", "import", "-", "--domain", "real-estate", "--as", "approved", "--maximum-similarity", "0.7", "--server", service.Url);

        Assert.Equal((2, "1 added, 0 known, 1 refused", "  -:2: is no JSON object"), (outcome.ExitCode, Assert.Single(outcome.Output), Assert.Single(outcome.Errors)));
        Assert.Equal(("/instructions/import?domain=real-estate&as=approved&maximumSimilarity=0.7", "{\"text\":\"一\"}\n7\n"), (service.Requests.First().Path, service.Requests.First().Body));
    }

    [Fact]
    public async Task Of_many_refused_lines_the_first_are_named_and_programs_get_all()
    {
        string lines = string.Join(',', Enumerable.Range(1, 50).Select(line => $"{{\"line\":{line},\"id\":null,\"reason\":\"is no JSON object\"}}"));
        await using StubService service = await StubService.StartAsync(StubService.Answer(207, $$"""{"added":0,"known":0,"refused":50,"lines":[{{lines}}]}"""));
        Tool.Outcome outcome = await Tool.RunAsync("x", "instructions", "import", "-", "--server", service.Url);
        Assert.Equal((21, "  30 more lines were known or refused: --json lists all"), (outcome.Errors.Length, outcome.Errors[^1]));

        Tool.Outcome all = await Tool.RunAsync("x", "instructions", "import", "-", "--json", "--server", service.Url);
        Assert.Equal((2, 50), (all.ExitCode, System.Text.Json.JsonDocument.Parse(Assert.Single(all.Output)).RootElement.GetProperty("lines").GetArrayLength()));
    }

    [Fact]
    public async Task Batches_are_asked_for_and_lineages_are_printed()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, """{"items":[{"id":"b1"}]}"""), StubService.Answer(200, "graph TD\n"));
        Tool.Outcome evolved = await Tool.RunAsync(
            "", "instructions", "evolve", "--domain", "d", "--scenario", "s", "--task", "t1", "--task", "t2", "--language", "zh", "--wanted", "3", "--server", service.Url);
        Tool.Outcome drawn = await Tool.RunAsync("", "instructions", "lineage", "i", "--mermaid", "--server", service.Url);

        Assert.Equal((0, """{"id":"b1"}"""), (evolved.ExitCode, Assert.Single(evolved.Output)));
        Assert.Contains("\"taskTypes\":[\"t1\",\"t2\"]", service.Requests.First().Body, StringComparison.Ordinal);
        Assert.Equal((0, "graph TD"), (drawn.ExitCode, Assert.Single(drawn.Output)));
        Assert.Equal("/instructions/i/lineage?format=mermaid", service.Requests.Last().Path);
    }

    [Fact]
    public async Task A_decision_on_nothing_is_refused()
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "instructions", "decide", "keep");

        Assert.Equal((1, "dialinsight: name instructions by their ids, or a queue by --gate"), (outcome.ExitCode, Assert.Single(outcome.Errors)));
    }
}
