using SQLitePCL;

namespace DialInsight.Storage.Tests;

/// <summary>Someone else with the same file open: holds locks, breaks things, looks inside.</summary>
internal sealed class ForeignConnection : IDisposable
{
    private readonly sqlite3 _handle;

    public ForeignConnection(string path)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open(path, out _handle));
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public void Dispose() => raw.sqlite3_close_v2(_handle);

    private static void Check(int code) => Assert.Equal(raw.SQLITE_OK, code);
}
