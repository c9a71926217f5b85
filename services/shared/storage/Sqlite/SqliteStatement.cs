using System.Text;
using SQLitePCL;

namespace DialInsight.Storage.Sqlite;

/// <summary>A prepared statement. Disposing it makes it ready for its next use; its connection closes it.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt handle) : IDisposable
{
    /// <summary>Sets every parameter, in order.</summary>
    public SqliteStatement Bind(params ReadOnlySpan<SqliteValue> values)
    {
        for (int i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        return this;
    }

    /// <summary>The next row. False when there is none.</summary>
    public bool Step()
    {
        int code = raw.sqlite3_step(handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw connection.Error(code),
        };
    }

    /// <summary>A column as an integer.</summary>
    public long Integer(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>A column's bytes, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>A column as text, NUL characters included.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A column as it is kept.</summary>
    public SqliteValue Value(int column) => raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_INTEGER => SqliteValue.Of(Integer(column)),
        raw.SQLITE_FLOAT => SqliteValue.Of(raw.sqlite3_column_double(handle, column)),
        raw.SQLITE_TEXT => SqliteValue.Text(Bytes(column).ToArray()),
        raw.SQLITE_BLOB => SqliteValue.Blob(Bytes(column).ToArray()),
        _ => SqliteValue.None,
    };

    /// <summary>Gives up the read lock and the parameters, for the next use.</summary>
    public void Dispose()
    {
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    /// <summary>Frees it.</summary>
    public void Close() => _ = raw.sqlite3_finalize(handle);

    private int Bind(int position, in SqliteValue value) => value.Kind switch
    {
        SqliteKind.Integer => raw.sqlite3_bind_int64(handle, position, value.Integer),
        SqliteKind.Real => raw.sqlite3_bind_double(handle, position, value.Real),
        // An empty span is a null pointer, which SQLite takes for NULL.
        SqliteKind.Text when value.Bytes.IsEmpty => raw.sqlite3_bind_text(handle, position, ""),
        SqliteKind.Text => raw.sqlite3_bind_text(handle, position, value.Bytes.Span),
        _ => raw.sqlite3_bind_blob(handle, position, value.Bytes.Span),
    };

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw connection.Error(code);
    }
}
