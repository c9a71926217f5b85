namespace DialInsight.Hosting.Facts;

/// <summary>
/// The sequence of this process's writes to one database, and which of them are not delivered yet. The watermark is the number below
/// the lowest of those: it is all that has to be kept to lose nothing.
/// </summary>
internal sealed class FactLedger(string database)
{
    private readonly Lock _lock = new();
    private readonly SortedSet<long> _open = [];
    private readonly List<Overflow> _overflows = [];
    private long _last;

    /// <summary>The database.</summary>
    public string Database { get; } = database;

    /// <summary>Everything up to here is delivered.</summary>
    public long Watermark
    {
        get
        {
            lock (_lock)
            {
                long lowest = _open.Count > 0 ? _open.Min : _last + 1;
                foreach (Overflow overflow in _overflows)
                    lowest = Math.Min(lowest, overflow.From ?? lowest);
                return lowest - 1;
            }
        }
    }

    /// <summary>Whether every write is delivered.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_lock)
                return _open.Count == 0 && _overflows.TrueForAll(overflow => overflow.From is null);
        }
    }

    /// <summary>Takes the next number for a write that is about to be made.</summary>
    public long Begin()
    {
        lock (_lock)
        {
            _open.Add(++_last);
            return _last;
        }
    }

    /// <summary>Takes up a write that was made before; numbers come in ascending order.</summary>
    public void TakeUp(long sequence)
    {
        lock (_lock)
        {
            _open.Add(sequence);
            _last = Math.Max(_last, sequence);
        }
    }

    /// <summary>The write is delivered, or was not made.</summary>
    public void End(long sequence)
    {
        lock (_lock)
            _open.Remove(sequence);
    }

    /// <summary>A stretch of writes that are read back from a collection when there is room.</summary>
    public Overflow OpenOverflow()
    {
        lock (_lock)
        {
            var overflow = new Overflow(this);
            _overflows.Add(overflow);
            return overflow;
        }
    }

    /// <summary>
    /// The writes of one collection that found the queue full. Their facts are not kept in memory: the documents are the queue, and a
    /// reader goes through them in order. It counts as one open write, the lowest it has not read.
    /// </summary>
    internal sealed class Overflow(FactLedger ledger)
    {
        private long? _from;
        private long _to;
        private long? _passTo;
        private long? _again;

        /// <summary>The lowest number not read back; null when nothing is left. Read under the ledger's lock.</summary>
        public long? From => _from is { } from && _again is { } again ? Math.Min(from, again) : _from ?? _again;

        /// <summary>Whether a reader is behind.</summary>
        public bool IsActive
        {
            get
            {
                lock (ledger._lock)
                    return From is not null;
            }
        }

        /// <summary>Leaves a write to the reader. False when a pass over its place has begun: the pass may have read there before the write was made, so that it has to be
        /// queued after all.</summary>
        /// <param name="sequence">The write.</param>
        /// <param name="goBack">Whether the reader shall read its place once more instead.</param>
        public bool TryAdd(long sequence, bool goBack)
        {
            lock (ledger._lock)
            {
                bool isPassedOver = sequence <= _passTo;
                if (isPassedOver && !goBack)
                    return false;
                if (isPassedOver)
                    _again = Math.Min(_again ?? sequence, sequence);
                else
                    (_from, _to) = (Math.Min(_from ?? sequence, sequence), Math.Max(_to, sequence));
                ledger._open.Remove(sequence);
                return true;
            }
        }

        /// <summary>Starts a pass: the numbers to read, or null when nothing is left.</summary>
        public (long From, long To)? StartPass()
        {
            lock (ledger._lock)
            {
                (_from, _again) = (From, null);
                _passTo = _from is null ? null : _to;
                return _from is long from ? (from, _to) : null;
            }
        }

        /// <summary>The pass has found the document of <paramref name="sequence"/> and goes on behind it. Where it has something to tell,
        /// it is an open write again.</summary>
        public void TakeUp(long sequence, bool open)
        {
            lock (ledger._lock)
            {
                if (open)
                    ledger._open.Add(sequence);
                _from = sequence + 1;
            }
        }

        /// <summary>The pass has read everything up to <paramref name="to"/>.</summary>
        public void EndPass(long to)
        {
            lock (ledger._lock)
            {
                _from = _to > to ? to + 1 : null;
                (_from, _again, _passTo) = (From, null, null);
            }
        }
    }
}
