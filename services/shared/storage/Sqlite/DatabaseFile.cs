namespace DialInsight.Storage.Sqlite;

/// <summary>Where a database is kept, and how every connection to it is set up.</summary>
internal sealed class DatabaseFile(string folder, string database)
{
    // Closing any handle of a file gives up all the locks that this process holds on it (POSIX), so that no connection may be open
    // while the file is created.
    private static readonly Lock s_creation = new();

    /// <summary>The database's name.</summary>
    public string Database => database;

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, database + ".db"));

    /// <summary>
    /// A connection that writes. The log is written ahead (WAL) and synchronised at every commit (FULL): with NORMAL a commit survives
    /// a killed process but not a power cut, and "has reached the disk" would not be true. Group commit pays for it: measured with 64
    /// concurrent writers, NORMAL is a tenth faster (benchmarks/storage). What is deleted is overwritten (secure_delete), since people ask for that: replacing
    /// documents takes no longer, deleting them a sixth. There is no busy timeout: the native library on Linux can only
    /// sleep whole seconds, so that whoever meets a lock waits in our own loops.
    /// </summary>
    public SqliteConnection OpenWriter()
    {
        Create();
        return Open("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-16384", "PRAGMA wal_autocheckpoint=4000", "PRAGMA journal_size_limit=67108864", "PRAGMA secure_delete=ON");
    }

    /// <summary>A connection that reads a file that is there.</summary>
    public SqliteConnection OpenReader() => Open("PRAGMA query_only=ON");

    /// <summary>Makes the folder where there is none. Only the owner may read: the documents are people's conversations.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private SqliteConnection Open(params ReadOnlySpan<string> settings)
    {
        var connection = new SqliteConnection(Path);
        try
        {
            foreach (string setting in settings)
                connection.Execute(setting);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite gives its log and its shared memory the permissions of the file.
    private void Create()
    {
        lock (s_creation)
        {
            if (File.Exists(Path))
                return;
            CreateFolder(System.IO.Path.GetDirectoryName(Path)!);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            new FileStream(Path, options).Dispose();
        }
    }
}
