namespace DialInsight.Cli.Tests;

public sealed class When_failures_are_worked
{
    private const string Failure = """{"id":"r/desk/0/1","run":"r","cell":"desk","slot":0,"number":1,"class":"invalidAnswer","reason":"no [JSON]","answer":null,"transcript":"t-1","instruction":"i-1","at":"2026-01-01T00:00:00Z"}""";

    [Fact]
    public async Task They_are_listed_page_by_page_and_by_class()
    {
        await using StubService service = await StubService.StartAsync(
            StubService.Answer(200, $$"""{"items":[{{Failure}}],"nextCursor":"next"}"""), StubService.Answer(200, $$"""{"items":[{{Failure}}],"nextCursor":null}"""));
        Tool.Outcome outcome = await Tool.RunAsync("", "failures", "list", "--run", "r", "--class", "invalidAnswer", "--limit", "5", "--server", service.Url);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, outcome.Output.Count(line => line.Contains("no [JSON]", StringComparison.Ordinal)));
        Assert.Equal(["/failures?limit=5&run=r&class=invalidAnswer", "/failures?limit=4&cursor=next&run=r&class=invalidAnswer"], service.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task New_attempts_are_asked_for_by_id_or_by_run()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, """{"requested":2}"""));
        Tool.Outcome named = await Tool.RunAsync("", "failures", "redrive", "a", "b", "--server", service.Url);
        Tool.Outcome all = await Tool.RunAsync("", "failures", "redrive", "--run", "r", "--class", "truncated", "--server", service.Url);
        Tool.Outcome neither = await Tool.RunAsync("", "failures", "redrive", "--server", service.Url);

        Assert.Equal((0, "2 new attempts asked for"), (named.ExitCode, Assert.Single(named.Output)));
        Assert.Equal((0, 1), (all.ExitCode, neither.ExitCode));
        Assert.Equal(["""{"ids":["a","b"]}""", """{"run":"r","class":"truncated"}"""], service.Requests.Select(request => request.Body));
    }
}
