namespace DialInsight.Hosting.Tests;

public sealed class When_a_process_is_killed
{
    [Fact]
    public async Task Should_deliver_at_the_next_start_what_was_not_consumed()
    {
        using var folder = new TemporaryFolder();
        var stuck = new Reader { OnNote = (_, stop) => Task.Delay(Timeout.Infinite, stop) };
        Note[] notes = [.. Enumerable.Range(0, 3000).Select(number => new Note { Id = $"n{number}" })];
        NoteHost killed = await NoteHost.StartAsync(folder, stuck);
        await killed.Notes.InsertManyAsync(notes, CancellationToken.None);
        await killed.DisposeAsync();

        await using NoteHost next = await NoteHost.StartAsync(folder);

        await Eventually.TrueAsync(() => next.Reader.Seen.Distinct().Count() == notes.Length, "all notes are read");
        Assert.Empty(stuck.Seen);
    }

    [Fact]
    public async Task Should_deliver_what_was_written_before_the_bus_was_up()
    {
        using var folder = new TemporaryFolder();
        NoteHost killed = NoteHost.Build(folder);
        await killed.Notes.InsertAsync(new Note { Id = "early" }, CancellationToken.None);
        await killed.DisposeAsync();

        await using NoteHost next = await NoteHost.StartAsync(folder);

        await Eventually.TrueAsync(() => next.Reader.Seen.Contains("early"), "the early note is read");
    }

    [Fact]
    public async Task Should_not_tell_what_the_document_tells_no_more()
    {
        using var folder = new TemporaryFolder();
        NoteHost killed = NoteHost.Build(folder);
        await killed.Notes.InsertAsync(new Note { Id = "done" }, CancellationToken.None);
        await killed.Notes.ReplaceAsync(new Note { Id = "done", Told = false }, 1, CancellationToken.None);
        await killed.Notes.InsertAsync(new Note { Id = "open" }, CancellationToken.None);
        await killed.DisposeAsync();

        await using NoteHost next = await NoteHost.StartAsync(folder);

        await Eventually.TrueAsync(() => !next.Reader.Seen.IsEmpty, "the open note is read");
        Assert.Equal(["open"], next.Reader.Seen);
    }

    [Fact]
    public async Task Should_refuse_a_folder_that_another_process_works_on()
    {
        Assert.SkipWhen(DocumentServer.IsUsed, "On a document server there is no folder to be held.");
        using var folder = new TemporaryFolder();
        await using NoteHost first = await NoteHost.StartAsync(folder);
        await using NoteHost second = NoteHost.Build(folder);

        StartException refusal = await Assert.ThrowsAsync<StartException>(second.StartAsync);

        Assert.Contains("in use by another process", refusal.Message);
    }
}
