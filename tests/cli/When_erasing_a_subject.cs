namespace DialInsight.Cli.Tests;

public sealed class When_erasing_a_subject
{
    [Fact]
    public async Task It_waits_until_every_service_has_answered_and_tells_what_they_removed()
    {
        await using StubService service = await StubService.StartAsync(
            StubService.Answer(202, Erasure("open", transcripts: 1, remaining: 1, answered: 0)),
            StubService.Answer(200, Erasure("open", transcripts: 2, remaining: 0, answered: 1)),
            StubService.Answer(200, Erasure("applied", transcripts: 2, remaining: 0, answered: 2)));
        Tool.Outcome outcome = await Tool.RunAsync("", "erase", "c/7", "--server", service.Url, "--api-key", "secret");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["/subjects/c%2F7", "/erasures/e-1", "/erasures/e-1"], service.Requests.Select(request => request.Path));
        Assert.All(service.Requests, request => Assert.Equal("Bearer secret", request.Key));
        Assert.Equal("Erasure e-1: 2 transcripts", outcome.Output[0]);
        Assert.Contains("  quality: 3 samples", outcome.Output);
        Assert.Contains("  release desk-v1: 3 rows withdrawn, 9 samples left, sha256 abc", outcome.Output);
        Assert.StartsWith("Applied", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_wait_when_told_not_to()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, Erasure("open", transcripts: 1, remaining: 1, answered: 0)));
        Tool.Outcome outcome = await Tool.RunAsync("", "erase", "c-7", "--server", service.Url, "--no-wait");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Single(service.Requests);
        Assert.Contains(outcome.Output, line => line.Contains("has not answered for 1 transcripts", StringComparison.Ordinal));
        Assert.StartsWith("Not applied yet", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_subject_is_an_error_in_the_services_words()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(404, """{"detail":"No transcript was taken in with this subject."}"""));
        Tool.Outcome outcome = await Tool.RunAsync("", "erase", "nobody", "--server", service.Url);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["dialinsight: No transcript was taken in with this subject."], outcome.Errors);
    }

    private static string Erasure(string state, int transcripts, int remaining, int answered) =>
        $$$"""
        {"id":"e-1","subject":"c/7","state":"{{{state}}}","requestedBy":"ops","requestedAt":"2026-05-04T10:00:00Z","transcripts":{{{transcripts}}},"remaining":{{{remaining}}},
        "services":[{"service":"quality","answered":{{{answered}}},"waiting":{{{transcripts - answered}}},"counts":{"samples":3,"rows":0}}],
        "releases":[{"release":"desk-v1","rows":3,"samples":9,"checksum":"abc"}]}
        """;
}
