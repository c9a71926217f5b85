using System.Diagnostics;

namespace DialInsight.Hosting.Tests;

public sealed class When_a_process_is_told_to_stop
{
    [Fact]
    public async Task Should_finish_what_is_in_flight_and_leave_the_rest_to_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var begun = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var reader = new Reader
        {
            OnNote = (_, _) =>
            {
                begun.TrySetResult();
                return gate.Task;
            },
        };
        NoteHost host = await NoteHost.StartAsync(folder, reader);
        Note[] notes = [.. Enumerable.Range(0, 200).Select(number => new Note { Id = $"n{number}" })];
        await host.Notes.InsertManyAsync(notes, CancellationToken.None);
        await begun.Task;

        Task stopping = host.StopAsync();
        gate.SetResult();
        await stopping;
        await host.DisposeAsync();

        string[] finished = [.. reader.Seen];
        Assert.NotEmpty(finished);
        await using NoteHost next = await NoteHost.StartAsync(folder);
        await Eventually.TrueAsync(() => next.Reader.Seen.Concat(finished).Distinct().Count() == notes.Length, "the rest is read");
    }

    [Fact]
    public async Task Should_not_wait_for_ever_for_a_consumer_that_does_not_end()
    {
        using var folder = new TemporaryFolder();
        var begun = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        var reader = new Reader
        {
            OnNote = (_, _) =>
            {
                begun.TrySetResult();
                return never.Task;
            },
        };
        await using NoteHost host = await NoteHost.StartAsync(folder, reader, settings: "--Host:ShutdownSeconds=1");
        await host.Notes.InsertAsync(new Note { Id = "n" }, CancellationToken.None);
        await begun.Task;

        var watch = Stopwatch.StartNew();
        await host.StopAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"Stopping took {watch.Elapsed}.");
    }
}
