namespace DialInsight.Cli.Tests;

public sealed class When_pseudonymising
{
    [Fact]
    public async Task Each_line_keeps_its_id_and_tells_what_was_replaced()
    {
        Tool.Outcome outcome = await Tool.RunAsync(
            """
            {"id":"a","text":"电话13812345678"}
            {"text":"all fine","id":7}
            nope
            """, "pseudonymise", "--language", "zh", "--key", "a key for these tests only");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("""^\{"id":"a","text":".*","spans":\[\{"start":2,"end":13,"type":"phone","surrogate":"1\d{10}"\}\]\}$""", outcome.Output[0]);
        Assert.Equal("""{"id":7,"text":"all fine","spans":[]}""", outcome.Output[1]);
        Assert.StartsWith("line 3:", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chinese_stays_legible() =>
        Assert.Contains("预算不变", Assert.Single((await Tool.RunAsync("""{"text":"预算不变"}""", "pseudonymise")).Output), StringComparison.Ordinal);

    [Fact]
    public async Task A_short_key_is_refused() => Assert.NotEqual(0, (await Tool.RunAsync("", "pseudonymise", "--key", "short")).ExitCode);
}
