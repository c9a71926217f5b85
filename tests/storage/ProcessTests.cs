using DialInsight.Storage.Conformance;
using DialInsight.Storage.Sqlite;

namespace DialInsight.Storage.Tests;

/// <summary>Processes that share a file, and one that is killed.</summary>
public sealed class ProcessTests : IAsyncLifetime
{
    private readonly SqlitePlace _place = new();
    private SqliteDocumentStoreFactory _factory = null!;
    private IDocumentCollection<Note> _notes = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _factory = (SqliteDocumentStoreFactory)_place.Connect();
        _notes = _factory.Open("shared").Collection(Note.Definition);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _place.DisposeAsync();
    }

    [Fact]
    public async Task What_a_killed_process_was_told_is_written_is_there()
    {
        using var writer = new WriterProcess(_place.Folder, "killed", int.MaxValue);
        List<string> acknowledged = await writer.AcknowledgedAsync(2000, Cancellation);
        writer.Kill();
        acknowledged.AddRange((await writer.AcknowledgedAsync(int.MaxValue, Cancellation)).SkipLast(1));
        Assert.True(acknowledged.Count >= 2000);
        Assert.Equal(acknowledged.Count, (await _notes.FindManyAsync(acknowledged, Cancellation)).Count);
        Assert.True(await _notes.InsertAsync(new Note { Id = "after" }, Cancellation));
    }

    [Fact]
    public async Task Processes_share_a_file_and_each_gets_its_turn()
    {
        using var first = new WriterProcess(_place.Folder, "first", 3000);
        using var second = new WriterProcess(_place.Folder, "second", 3000);
        Task<List<string>>[] outputs = [first.AcknowledgedAsync(3000, Cancellation), second.AcknowledgedAsync(3000, Cancellation)];
        await _notes.InsertManyAsync([.. Enumerable.Range(0, 3000).Select(i => new Note { Id = $"own-{i}", Topic = "own" })], Cancellation);
        Assert.All(await Task.WhenAll(outputs), ids => Assert.Equal(3000, ids.Count));
        Assert.Equal(
            new Dictionary<string, long> { ["first"] = 3000, ["second"] = 3000, ["own"] = 3000 },
            await _notes.CountByAsync(Query.All, "topic", Cancellation));
    }
}
