using System.Diagnostics;

namespace DialInsight.Storage.Sqlite;

/// <summary>One write that waits for its turn. It may run more than once; its answer is given when it is committed.</summary>
internal abstract class WriteJob(CancellationToken cancellationToken)
{
    private readonly long _created = Stopwatch.GetTimestamp();

    /// <summary>How long it has been waiting.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_created);

    /// <summary>Whether its caller has gone.</summary>
    public bool IsCancelled => cancellationToken.IsCancellationRequested;

    /// <summary>Writes, inside the writer's transaction.</summary>
    public abstract void Run(SqliteConnection connection);

    /// <summary>Tells the caller that the write is on the disk.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller why it is not.</summary>
    public abstract void Fail(Exception error);
}

/// <summary>A write with an answer.</summary>
internal sealed class WriteJob<TAnswer>(Func<SqliteConnection, TAnswer> write, CancellationToken cancellationToken) : WriteJob(cancellationToken)
{
    private readonly TaskCompletionSource<TAnswer> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer? _answer;

    /// <summary>The committed answer.</summary>
    public Task<TAnswer> Answer => _done.Task;

    /// <inheritdoc/>
    public override void Run(SqliteConnection connection) => _answer = write(connection);

    /// <inheritdoc/>
    public override void Complete() => _done.TrySetResult(_answer!);

    /// <inheritdoc/>
    public override void Fail(Exception error) => _done.TrySetException(error);
}
