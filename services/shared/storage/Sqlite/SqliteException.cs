using SQLitePCL;

namespace DialInsight.Storage.Sqlite;

/// <summary>SQLite answered with an error. The message names the database and SQLite's own words, never values.</summary>
internal sealed class SqliteException(string message, int code) : IOException(message)
{
    /// <summary>Whether another connection holds the lock, so that trying again is the answer.</summary>
    public bool IsBusy => (code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
}
