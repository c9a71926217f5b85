namespace DialInsight.Hosting.Tests;

public sealed class When_a_container_checks_itself
{
    [Fact]
    public async Task Should_end_with_0_when_the_service_is_ready()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);

        Assert.Equal(0, await ProbeAsync("--health", new Uri(host.Http.BaseAddress!, "/health/ready").ToString()));
    }

    [Fact]
    public async Task Should_end_with_1_when_the_answer_is_no_success()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);

        Assert.Equal(1, await ProbeAsync("--health", new Uri(host.Http.BaseAddress!, "/nothing-here").ToString()));
    }

    [Theory]
    [InlineData("--health", "http://127.0.0.1:1/health/ready")]
    [InlineData("--health", "/health/ready")]
    [InlineData("--health")]
    public async Task Should_end_with_1_when_nobody_can_be_asked(params string[] args) => Assert.Equal(1, await ProbeAsync(args));

    private static Task<int> ProbeAsync(params string[] args) =>
        ServiceHost.RunAsync(args, "notes", _ => throw new InvalidOperationException("A check starts no service."), _ => { });
}
