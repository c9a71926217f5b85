using System.Diagnostics;
using System.Threading.Channels;

namespace DialInsight.Storage.Sqlite;

/// <summary>
/// The one thread that writes a database. Writes that arrive while a commit is on its way to the disk share the next one (group
/// commit); a batch ends after a few milliseconds so that other processes on the same file get their turn.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int Capacity = 4096;
    private const int BatchJobs = 512;
    private static readonly TimeSpan s_batchTime = TimeSpan.FromMilliseconds(5);

    private readonly Channel<WriteJob> _jobs = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<WriteJob> _batch = new(BatchJobs);
    private readonly DatabaseFile _file;
    private readonly TimeSpan _patience;
    private SqliteConnection? _connection;

    /// <summary>Starts the thread. <paramref name="patience"/> is how long a write waits for a lock that another process holds.</summary>
    public Writer(DatabaseFile file, TimeSpan patience)
    {
        _file = file;
        _patience = patience;
        new Thread(Run) { IsBackground = true, Name = $"writer of {file.Database}" }.Start();
    }

    /// <summary>Writes and answers when it is on the disk. A cancelled write may still happen if its turn had come.</summary>
    public async Task<TAnswer> WriteAsync<TAnswer>(Func<SqliteConnection, TAnswer> write, CancellationToken cancellationToken)
    {
        var job = new WriteJob<TAnswer>(write, cancellationToken);
        try
        {
            await _jobs.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IDocumentStore), $"Database '{_file.Database}' is closed.");
        }

        return await job.Answer.WaitAsync(cancellationToken);
    }

    /// <summary>Takes no more writes, finishes those that wait, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _stopped.Task;
    }

    private void Run()
    {
        // This thread is the writer's own, so that blocking it blocks nobody.
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_jobs.Reader.TryRead(out WriteJob? job))
                Commit(job, alone: false);
        }

        Disconnect();
        _stopped.SetResult();
    }

    private void Commit(WriteJob first, bool alone)
    {
        _batch.Clear();
        try
        {
            if (!Begin(first))
                return;
            long started = Stopwatch.GetTimestamp();
            for (WriteJob? job = first; job is not null; job = alone ? null : Next(started))
            {
                _batch.Add(job);
                job.Run(_connection!);
            }

            _connection!.Execute("COMMIT");
        }
        catch (Exception error)
        {
            Abandon(first, error);
            return;
        }

        foreach (WriteJob job in _batch)
            job.Complete();
    }

    private WriteJob? Next(long started)
    {
        while (_batch.Count < BatchJobs && Stopwatch.GetElapsedTime(started) < s_batchTime && _jobs.Reader.TryRead(out WriteJob? job))
        {
            if (!job.IsCancelled)
                return job;
        }

        return null;
    }

    // Waits for the lock as long as the first job's caller does. False when that caller has gone.
    private bool Begin(WriteJob first)
    {
        SpinWait wait = default;
        while (!first.IsCancelled)
        {
            try
            {
                _connection ??= _file.OpenWriter();
                _connection.Execute("BEGIN IMMEDIATE");
                return true;
            }
            catch (SqliteException error) when (error.IsBusy)
            {
                if (first.Age > _patience)
                    throw new TimeoutException($"Database '{_file.Database}' has been locked by another process for {_patience.TotalSeconds:0} s.");
                wait.SpinOnce();
            }
        }

        return false;
    }

    // Whatever happened, the connection is made anew: that rolls back, and heals one that has gone bad. The jobs of the batch are
    // then run one by one, so that one which cannot be written fails alone.
    private void Abandon(WriteJob first, Exception error)
    {
        Disconnect();
        if (_batch.Count <= 1)
        {
            first.Fail(error);
            return;
        }

        foreach (WriteJob job in _batch.ToArray())
            Commit(job, alone: true);
    }

    private void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
