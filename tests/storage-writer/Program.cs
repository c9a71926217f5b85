// A process for the tests to kill: inserts notes until it is killed or has written COUNT, and prints each id once it is told that
// the note is on the disk. Arguments: FOLDER PREFIX COUNT.
using System.Globalization;
using DialInsight.Storage;
using DialInsight.Storage.Conformance;
using DialInsight.Storage.Sqlite;

(string folder, string prefix) = (args[0], args[1]);
int count = int.Parse(args[2], CultureInfo.InvariantCulture);
await using var factory = new SqliteDocumentStoreFactory(new StorageOptions { Path = folder });
IDocumentCollection<Note> notes = factory.Open("shared").Collection(Note.Definition);
int next = -1;
await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
{
    for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
    {
        string id = $"{prefix}-{i}";
        await notes.InsertAsync(new Note { Id = id, Topic = prefix, Rank = i }, CancellationToken.None);
        await Console.Out.WriteLineAsync(id);
    }
}));
