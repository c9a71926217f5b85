using SQLitePCL;

namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>Holds the write lock of a database file, as another process would.</summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly sqlite3 _connection;

    private DatabaseLock(sqlite3 connection) => _connection = connection;

    public static async Task<DatabaseLock> TakeAsync(string file, CancellationToken cancellationToken)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(file, out sqlite3 connection, raw.SQLITE_OPEN_READWRITE, null));
        await Eventually.IsTrueAsync(
            () => Task.FromResult(raw.sqlite3_exec(connection, "BEGIN IMMEDIATE") == raw.SQLITE_OK), TimeSpan.FromSeconds(30), () => "The lock could not be had.", cancellationToken);
        return new DatabaseLock(connection);
    }

    public void Dispose()
    {
        raw.sqlite3_exec(_connection, "ROLLBACK");
        _connection.Dispose();
    }
}
