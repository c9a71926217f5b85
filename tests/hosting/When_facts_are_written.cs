using DialInsight.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Tests;

public sealed class When_facts_are_written
{
    [Fact]
    public async Task Should_reach_the_consumer_once_each()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);
        Note[] notes = [.. Enumerable.Range(0, 500).Select(number => new Note { Id = $"n{number}" })];

        IReadOnlyList<bool> inserted = await host.Notes.InsertManyAsync(notes, CancellationToken.None);

        Assert.All(inserted, Assert.True);
        await Eventually.TrueAsync(() => host.Reader.Seen.Count >= notes.Length, "all notes are read");
        Assert.Equal(notes.Select(note => note.Id).Order(), host.Reader.Seen.Order());
    }

    [Fact]
    public async Task Should_tell_again_when_inserted_again()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);
        Assert.True(await host.Notes.InsertAsync(new Note { Id = "n" }, CancellationToken.None));
        await Eventually.TrueAsync(() => host.Reader.Seen.Count == 1, "the note is read");

        Assert.False(await host.Notes.InsertAsync(new Note { Id = "n" }, CancellationToken.None));

        await Eventually.TrueAsync(() => host.Reader.Seen.Count == 2, "the note is read again");
    }

    [Fact]
    public async Task Should_tell_what_the_stored_document_tells_and_not_what_was_offered()
    {
        using var folder = new TemporaryFolder();
        var texts = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var reader = new Reader
        {
            OnNote = (note, _) =>
            {
                texts.Enqueue(note.Text);
                return Task.CompletedTask;
            },
        };
        await using NoteHost host = await NoteHost.StartAsync(folder, reader);
        await host.Notes.InsertAsync(new Note { Id = "n", Text = "first" }, CancellationToken.None);

        await host.Notes.InsertAsync(new Note { Id = "n", Text = "second" }, CancellationToken.None);

        await Eventually.TrueAsync(() => texts.Count == 2, "the note is told twice");
        Assert.Equal(["first", "first"], texts);
    }

    [Fact]
    public async Task Should_replace_only_the_version_that_was_read()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);
        await host.Notes.InsertAsync(new Note { Id = "n", Told = false }, CancellationToken.None);

        Assert.True(await host.Notes.ReplaceAsync(new Note { Id = "n" }, 1, CancellationToken.None));
        Assert.False(await host.Notes.ReplaceAsync(new Note { Id = "n" }, 1, CancellationToken.None));

        await Eventually.TrueAsync(() => host.Reader.Seen.Count == 1, "the replaced note is read");
        Versioned<Note>? stored = await host.Notes.Collection.FindAsync("n", CancellationToken.None);
        Assert.Equal(2, stored!.Version);
    }

    [Fact]
    public async Task Should_keep_more_than_fits_in_memory_and_deliver_all_of_it()
    {
        using var folder = new TemporaryFolder();
        var gate = new TaskCompletionSource();
        var reader = new Reader { OnNote = (_, _) => gate.Task };
        await using NoteHost host = await NoteHost.StartAsync(folder, reader);
        const int Count = 6000;
        foreach (int[] numbers in Enumerable.Range(0, Count).Chunk(500))
            await host.Notes.InsertManyAsync([.. numbers.Select(number => new Note { Id = $"n{number}" })], CancellationToken.None);

        gate.SetResult();

        await Eventually.TrueAsync(() => reader.Seen.Distinct().Count() == Count, "all notes are read");
    }

    [Fact]
    public async Task Should_leave_no_writer_behind_when_all_is_delivered()
    {
        using var folder = new TemporaryFolder();
        await using (NoteHost host = await NoteHost.StartAsync(folder))
        {
            await host.Notes.InsertAsync(new Note { Id = "n" }, CancellationToken.None);
            await Eventually.TrueAsync(() => host.Reader.Seen.Count == 1, "the note is read");
            await host.StopAsync();
        }

        var silent = new Reader();
        await using NoteHost next = await NoteHost.StartAsync(folder, silent);
        await next.Notes.InsertAsync(new Note { Id = "m" }, CancellationToken.None);
        await Eventually.TrueAsync(() => !silent.Seen.IsEmpty, "the second note is read");
        Assert.Equal(["m"], silent.Seen);
    }
}
