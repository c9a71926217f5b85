using System.Buffers.Binary;
using System.Runtime.Versioning;
using DialInsight.Storage.Conformance;
using DialInsight.Storage.Sqlite;

namespace DialInsight.Storage.Tests;

/// <summary>What is particular to a database that is a file.</summary>
public sealed class SqliteFileTests : IAsyncLifetime
{
    private readonly SqlitePlace _place = new();
    private SqliteDocumentStoreFactory _factory = null!;
    private IDocumentStore _store = null!;
    private IDocumentCollection<Note> _notes = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_place.Folder, "files.db");

    public ValueTask InitializeAsync()
    {
        _factory = (SqliteDocumentStoreFactory)_place.Connect();
        _store = _factory.Open("files");
        _notes = _store.Collection(Note.Definition);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _place.DisposeAsync();
    }

    [Fact]
    public async Task Writes_and_first_uses_wait_while_another_process_holds_the_lock()
    {
        await _notes.InsertAsync(new Note { Id = "a" }, Cancellation);
        using var other = new ForeignConnection(File);
        other.Execute("BEGIN IMMEDIATE");
        Task<bool> insert = _notes.InsertAsync(new Note { Id = "b" }, Cancellation);
        Task<long> firstUse = _store.Collection(Note.Definition with { Name = "later" }).CountAsync(Query.All, Cancellation);
        using var impatient = new CancellationTokenSource();
        Task<bool> cancelled = _notes.InsertAsync(new Note { Id = "c" }, impatient.Token);
        // Reading needs no lock, and a caller may lose patience.
        Assert.NotNull(await _notes.FindAsync("a", Cancellation));
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(insert.IsCompleted);
        Assert.False(firstUse.IsCompleted);
        other.Execute("COMMIT");
        Assert.True(await insert);
        Assert.Equal(0, await firstUse);
        Assert.Null(await _notes.FindAsync("c", Cancellation));
    }

    [Fact]
    public async Task Writes_that_wait_together_are_committed_together()
    {
        await _store.CheckAsync(Cancellation);
        await _notes.InsertAsync(new Note { Id = "first" }, Cancellation);
        using var other = new ForeignConnection(File);
        int before = Commits();
        other.Execute("BEGIN IMMEDIATE");
        Task<bool>[] inserts = [.. Enumerable.Range(0, 400).Select(i => _notes.InsertAsync(new Note { Id = $"n{i}" }, Cancellation))];
        other.Execute("COMMIT");
        await Task.WhenAll(inserts);
        Assert.InRange(Commits() - before, 1, 100);
    }

    [Fact]
    public async Task A_write_that_fails_fails_alone()
    {
        IDocumentCollection<Note> broken = _store.Collection(Note.Definition with { Name = "broken" });
        await broken.InsertAsync(new Note { Id = "a" }, Cancellation);
        await _notes.InsertAsync(new Note { Id = "a" }, Cancellation);
        using var other = new ForeignConnection(File);
        other.Execute("BEGIN IMMEDIATE; DROP TABLE broken");
        Task<bool>[] good = [.. Enumerable.Range(0, 10).Select(i => _notes.InsertAsync(new Note { Id = $"n{i}" }, Cancellation))];
        Task<bool> bad = broken.InsertAsync(new Note { Id = "b" }, Cancellation);
        Task<bool> last = _notes.InsertAsync(new Note { Id = "last" }, Cancellation);
        other.Execute("COMMIT");
        Assert.All(await Task.WhenAll(good), Assert.True);
        Assert.True(await last);
        await Assert.ThrowsAnyAsync<IOException>(() => bad);
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait()
    {
        await _notes.CountAsync(Query.All, Cancellation); // The table is there: from here on a write waits for its turn as soon as it is asked for.
        Task<bool>[] inserts = [.. Enumerable.Range(0, 500).Select(i => _notes.InsertAsync(new Note { Id = $"n{i}" }, Cancellation))];
        await _factory.DisposeAsync();
        Assert.All(await Task.WhenAll(inserts), Assert.True);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _notes.InsertAsync(new Note { Id = "late" }, Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _notes.FindAsync("n1", Cancellation));
        await using var again = (SqliteDocumentStoreFactory)_place.Connect();
        Assert.Equal(500, await again.Open("files").Collection(Note.Definition).CountAsync(Query.All, Cancellation));
    }

    [Fact]
    public async Task A_broken_document_is_named_without_its_content_and_the_others_stay_readable()
    {
        await _notes.InsertManyAsync([new Note { Id = "good" }, new Note { Id = "broken", Text = "secret" }], Cancellation);
        using var other = new ForeignConnection(File);
        foreach (string body in (string[])["{\"id\":\"broken\",\"text\":\"secret", "\"secret\"", "null", ""])
        {
            other.Execute($"UPDATE notes SET _body = CAST('{body}' AS BLOB) WHERE id = 'broken'");
            var error = await Assert.ThrowsAsync<InvalidDataException>(() => _notes.FindAsync("broken", Cancellation));
            Assert.Contains("'broken'", error.Message, StringComparison.Ordinal);
            Assert.Contains("'notes'", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        }

        Assert.NotNull(await _notes.FindAsync("good", Cancellation));
        IReadOnlyList<IndexedField<Note>> fields = [.. Note.Definition.Fields, new("text", note => note.Text)];
        Assert.Equal(2, await _store.Collection(Note.Definition with { Fields = fields }).CountAsync(Query.All, Cancellation));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_may_read_the_files()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no file modes.");
        await _notes.InsertAsync(new Note { Id = "a" }, Cancellation);
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(_place.Folder));
        Assert.All(Directory.GetFiles(_place.Folder), file => Assert.Equal(Owner, System.IO.File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_that_names_it_and_is_tried_again()
    {
        string blocked = Path.Combine(_place.Folder, "blocked");
        Directory.CreateDirectory(_place.Folder);
        await System.IO.File.WriteAllTextAsync(blocked, "a file, no folder", Cancellation);
        await using var factory = new SqliteDocumentStoreFactory(new StorageOptions { Path = blocked });
        IDocumentStore store = factory.Open("files");
        var error = await Assert.ThrowsAnyAsync<IOException>(() => store.CheckAsync(Cancellation));
        Assert.Contains(blocked, error.Message, StringComparison.Ordinal);
        System.IO.File.Delete(blocked);
        await store.CheckAsync(Cancellation);
    }

    // The write-ahead log: a header of 32 bytes, then frames of 24 bytes and a page; bytes 4 to 7 of a frame are not zero where it ends a commit.
    private int Commits()
    {
        using var stream = new FileStream(File + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        ReadOnlySpan<byte> log = copy.ToArray();
        int frame = 24 + BinaryPrimitives.ReadInt32BigEndian(log[8..]);
        int commits = 0;
        for (int at = 32; at + frame <= log.Length; at += frame)
            commits += BinaryPrimitives.ReadInt32BigEndian(log[(at + 4)..]) != 0 ? 1 : 0;
        return commits;
    }
}
