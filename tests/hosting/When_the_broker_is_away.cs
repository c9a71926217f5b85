using System.Diagnostics;
using System.Net;

namespace DialInsight.Hosting.Tests;

public sealed class When_the_broker_is_away
{
    private static readonly string[] s_nobody = ["--Bus:Transport=RabbitMQ", "--Bus:Uri=amqp://guest:guest@127.0.0.1:9/"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_start_keep_facts_tell_readiness_and_stop_in_bounded_time(bool consumes)
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, consumes: consumes, settings: [.. s_nobody, "--Host:ShutdownSeconds=2"]);

        Assert.True(await host.Notes.InsertAsync(new Note { Id = "n" }, CancellationToken.None));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/health/live")).StatusCode);
        var watch = Stopwatch.StartNew();
        await host.StopAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"Stopping took {watch.Elapsed}.");
    }
}
