namespace DialInsight.Cli.Tests;

public sealed class When_no_service_is_there
{
    [Theory]
    [InlineData("runs", "list")]
    [InlineData("failures", "list")]
    [InlineData("releases", "list")]
    [InlineData("instructions", "list")]
    [InlineData("erase", "somebody")]
    [InlineData("ingest", "-", "--attempts", "1")]
    public async Task It_is_said_where_one_was_looked_for_and_how_to_say_where_it_is(params string[] command)
    {
        string address = $"127.0.0.1:{FreePort.Next()}";
        Tool.Outcome outcome = await Tool.RunAsync("x: y", [.. command, "--server", $"http://{address}"]);

        Assert.Equal(1, outcome.ExitCode);
        string said = Assert.Single(outcome.Errors);
        Assert.Contains(address, said, StringComparison.Ordinal);
        Assert.Contains("Is it running? --server URL, or DIALINSIGHT_SERVER of the environment", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_says_where_it_is_and_with_which_key()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(200, """{"items":[]}"""));
        Tool.Outcome outcome = await Tool.RunAsync("", new Dictionary<string, string> { ["DIALINSIGHT_SERVER"] = service.Url, ["DIALINSIGHT_API_KEY"] = "secret" }, "runs", "list");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("Bearer secret", Assert.Single(service.Requests).Key);

        Tool.Outcome wrong = await Tool.RunAsync("", new Dictionary<string, string> { ["DIALINSIGHT_SERVER"] = "here" }, "runs", "list");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains(wrong.Errors, line => line.Contains("DIALINSIGHT_SERVER of the environment must be an address", StringComparison.Ordinal));
    }
}
