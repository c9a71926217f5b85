namespace DialInsight.Hosting.Facts;

/// <summary>Reads back, as room comes, the writes of one collection whose facts found none. Runs only while there are any.</summary>
internal sealed class OverflowReader(IFactSource source, FactWriter writer, FactPublisher publisher, TimeProvider time)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private readonly FactLedger.Overflow _overflow = writer.Ledger.OpenOverflow();
    private int _running;

    /// <summary>Whether there is something to read back.</summary>
    public bool IsActive => _overflow.IsActive;

    /// <summary>Leaves a write to the reader. False when the reader may be past it: then it has to be queued after all.</summary>
    public bool TryAdd(long sequence, bool goBack)
    {
        if (!_overflow.TryAdd(sequence, goBack))
            return false;
        Wake();
        return true;
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref _running, 1) == 0)
            _ = RunAsync(publisher.Stopped);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            while (_overflow.StartPass() is (long from, long to))
            {
                if (!await TryReadAsync(from, to, stop))
                    await Task.Delay(s_pause, time, stop);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Volatile.Write(ref _running, 0);
        // A write that came in between saw the reader running.
        if (_overflow.IsActive)
            Wake();
    }

    private async Task<bool> TryReadAsync(long from, long to, CancellationToken stop)
    {
        try
        {
            await foreach (RecordedFacts recorded in source.ReadAsync(writer.Id, from, to, stop))
                await TakeUpAsync(recorded, stop);
            _overflow.EndPass(to);
            return true;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            publisher.TellUnread(source.Database, exception);
            return false;
        }
    }

    private async Task TakeUpAsync(RecordedFacts recorded, CancellationToken stop)
    {
        var publication = new Publication(recorded.Facts, recorded.Follows, () => writer.Ledger.End(recorded.Sequence));
        await publisher.WaitForRoomAsync(publication, stop);
        _overflow.TakeUp(recorded.Sequence, open: recorded.Facts.Count > 0);
        publisher.Enqueue(publication);
    }
}
