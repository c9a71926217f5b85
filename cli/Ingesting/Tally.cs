namespace DialInsight.Cli.Ingesting;

/// <summary>How far the work has come.</summary>
/// <param name="time">The clock.</param>
/// <param name="files">How many files there are.</param>
/// <param name="bytes">Their bytes.</param>
internal sealed class Tally(TimeProvider time, int files, long bytes)
{
    private readonly long _started = time.GetTimestamp();
    private long _sent;
    private long _sentBefore;

    public int Files { get; } = files;

    public int FilesDone { get; private set; }

    /// <summary>Files that were refused as a whole.</summary>
    public int FilesRefused { get; private set; }

    public long Accepted { get; private set; }

    /// <summary>Records that were there already, from the same file sent before.</summary>
    public long Known { get; private set; }

    public long Duplicates { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Records that have been answered.</summary>
    public long Records => Accepted + Known + Duplicates + Rejected;

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>The share of the bytes that is on its way, 0 to 1.</summary>
    public double Share => bytes == 0 ? 1 : Math.Min(1, Volatile.Read(ref _sent) / (double)bytes);

    /// <summary>What is left at the speed so far; null before anything was sent.</summary>
    public TimeSpan? Left => Share is > 0 and < 1 and var share ? Elapsed * ((1 - share) / share) : null;

    public void Sent(int count) => Interlocked.Add(ref _sent, count);

    /// <summary>The files of an upload have to be sent once more.</summary>
    public void Again() => Volatile.Write(ref _sent, _sentBefore);

    /// <summary>An upload was answered.</summary>
    public void Answered(Upload upload, long accepted, long known, long duplicates, long rejected)
    {
        Accepted += accepted;
        Known += known;
        Duplicates += duplicates;
        Rejected += rejected;
        Done(upload);
    }

    /// <summary>An upload was refused as a whole.</summary>
    public void Refused(Upload upload)
    {
        FilesRefused += upload.Paths.Count;
        Done(upload);
    }

    private void Done(Upload upload)
    {
        FilesDone += upload.Paths.Count;
        _sentBefore += upload.Bytes;
        Volatile.Write(ref _sent, _sentBefore);
    }
}
