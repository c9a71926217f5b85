using System.Collections.Concurrent;
using System.Diagnostics;

namespace DialInsight.Storage.Sqlite;

/// <summary>A bounded pool of connections that read.</summary>
internal sealed class Readers(DatabaseFile file, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(1);
    private readonly SemaphoreSlim _free = new(Math.Max(4, Environment.ProcessorCount * 2));
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _closed;

    /// <summary>Reads with a connection of its own. The read is short and runs on the caller's thread.</summary>
    public async Task<TAnswer> ReadAsync<TAnswer>(Func<SqliteConnection, TAnswer> read, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _free.WaitAsync(cancellationToken);
            try
            {
                return Read(read);
            }
            // Readers do not wait for writers; this is the moment of a recovery or of a last connection's farewell.
            catch (SqliteException error) when (error.IsBusy && Stopwatch.GetElapsedTime(started) < patience)
            {
            }
            finally
            {
                _free.Release();
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    /// <summary>Closes the idle connections; one in use closes when its read ends.</summary>
    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out SqliteConnection? connection))
            connection.Dispose();
    }

    private TAnswer Read<TAnswer>(Func<SqliteConnection, TAnswer> read)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(IDocumentStore));
        SqliteConnection connection = _idle.TryTake(out SqliteConnection? idle) ? idle : file.OpenReader();
        TAnswer answer;
        try
        {
            answer = read(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _idle.Add(connection);
        if (_closed)
            Dispose();
        return answer;
    }
}
