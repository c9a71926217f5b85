using SQLitePCL;

namespace DialInsight.Storage.Sqlite;

/// <summary>
/// One connection with its prepared statements, for one thread at a time. It stands directly on the native interface: the ADO.NET
/// provider sleeps 150 ms whenever another process holds the lock, ends a text at NUL and copies every body once more.
/// </summary>
internal sealed class SqliteConnection : IDisposable
{
    private const int CachedStatements = 256;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly sqlite3 _handle;

    static SqliteConnection() => Batteries_V2.Init();

    /// <summary>Opens an existing file.</summary>
    public SqliteConnection(string path)
    {
        Path = path;
        int code = raw.sqlite3_open_v2(path, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code == raw.SQLITE_OK)
            return;
        SqliteException error = Error(code);
        raw.sqlite3_close_v2(_handle);
        throw error;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Rows that the last write changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>The prepared statement for <paramref name="sql"/>, reset and without parameters.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out SqliteStatement? statement))
            return statement;
        if (_statements.Count >= CachedStatements)
            DropStatements();
        int code = raw.sqlite3_prepare_v2(_handle, sql, out sqlite3_stmt handle);
        if (code != raw.SQLITE_OK)
            throw Error(code);
        return _statements[sql] = new SqliteStatement(this, handle);
    }

    /// <summary>Runs a statement to its end; answers how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<SqliteValue> values)
    {
        using SqliteStatement statement = Prepare(sql).Bind(values);
        while (statement.Step())
        {
        }

        return Changes;
    }

    /// <summary>What SQLite says about <paramref name="code"/>.</summary>
    public SqliteException Error(int code) =>
        new($"Database '{Path}': {raw.sqlite3_errmsg(_handle).utf8_to_string()} (SQLite error {raw.sqlite3_extended_errcode(_handle)}).", code);

    /// <inheritdoc/>
    public void Dispose()
    {
        DropStatements();
        raw.sqlite3_close_v2(_handle);
    }

    private void DropStatements()
    {
        foreach (SqliteStatement statement in _statements.Values)
            statement.Close();
        _statements.Clear();
    }
}
