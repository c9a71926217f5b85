using DialInsight.Storage;

namespace DialInsight.LanguageModels.Limits;

/// <summary>
/// A limit that all processes on one database keep together. Each limit is a row of slots, evenly spaced, of which one document holds the next free one
/// (generic cell rate algorithm, ITU-T I.371, without a burst): whoever has calls waiting leases the slots of at most a second, by optimistic
/// concurrency, and starts its calls at their times. So no minute, wherever it starts, holds more than the limit.
/// </summary>
internal sealed class SharedRateLimit(
    string id, int? requestsPerMinute, int? tokensPerMinute, IDocumentCollection<RateSlots> slots, TimeProvider time, CancellationToken stopping) : IRateLimit
{
    private const int MostLeased = 512;
    private static readonly TimeSpan s_slice = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_storePause = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly FairQueue<Waiting> _waiting = new();
    private readonly Queue<Waiting> _first = new();
    private bool _leasing;
    private long _owed;
    private DateTimeOffset _restsUntil;

    /// <inheritdoc/>
    public async ValueTask WaitAsync(string run, long tokens, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(tokens);
        lock (_lock)
        {
            _waiting.Enqueue(run, waiting);
            if (!_leasing)
                _ = LeaseAllAsync();
            _leasing = true;
        }

        await using CancellationTokenRegistration registration = cancellationToken.Register(() => waiting.Turn.TrySetCanceled(cancellationToken));
        await waiting.Turn.Task;
    }

    /// <inheritdoc/>
    public void RestUntil(DateTimeOffset until)
    {
        lock (_lock)
        {
            if (until <= _restsUntil)
                return;
            _restsUntil = until;
        }

        _ = PutOffAsync(until);
    }

    /// <inheritdoc/>
    public void Settle(long difference) => Interlocked.Add(ref _owed, difference);

    /// <summary>Moves the next free slot, so that every process that leases finds it behind the rest. What is leased already is of a second.</summary>
    private async Task PutOffAsync(DateTimeOffset until)
    {
        while (!stopping.IsCancellationRequested && time.GetUtcNow() < until)
        {
            try
            {
                Versioned<RateSlots>? known = await slots.FindAsync(id, stopping);
                if (known?.Document.RequestsFrom >= until)
                    return;
                RateSlots next = (known?.Document ?? new RateSlots(id, until, time.GetUtcNow())) with { RequestsFrom = until };
                if (await KeepAsync(known, next))
                    return;
            }
            catch (Exception) when (!stopping.IsCancellationRequested)
            {
                await Task.Delay(s_storePause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LeaseAllAsync()
    {
        await Task.Yield();
        while (Next() is { Count: > 0 } some)
        {
            int started = await StartAsync(some, await LeaseAsync(some));
            lock (_lock)
            {
                foreach (Waiting late in some.Skip(started))
                    _first.Enqueue(late);
            }
        }
    }

    /// <summary>Lets each go at its time; answers how many went. A slot that was missed, because the process stood still, is given up: calls that
    /// catch up would crowd a minute that others have leased.</summary>
    private async Task<int> StartAsync(List<Waiting> some, IReadOnlyList<DateTimeOffset> starts)
    {
        for (int i = 0; i < starts.Count; i++)
        {
            for (TimeSpan wait = starts[i] - time.GetUtcNow(); wait > TimeSpan.Zero; wait = starts[i] - time.GetUtcNow())
                await Task.Delay(wait, time, CancellationToken.None);
            if (time.GetUtcNow() - starts[i] > s_slice)
                return i;
            some[i].Turn.TrySetResult();
        }

        return starts.Count;
    }

    /// <summary>Who may go next, in order; nobody ends the leasing.</summary>
    private List<Waiting> Next()
    {
        int most = requestsPerMinute is { } limit ? (int)Math.Clamp(Math.Ceiling(limit / 60.0), 1, MostLeased) : MostLeased;
        var some = new List<Waiting>();
        lock (_lock)
        {
            while (some.Count < most && (_first.Count > 0 || !_waiting.IsEmpty))
            {
                Waiting next = _first.Count > 0 ? _first.Dequeue() : _waiting.Dequeue();
                if (!next.Turn.Task.IsCompleted)
                    some.Add(next);
            }

            _leasing = some.Count > 0;
        }

        return some;
    }

    /// <summary>The times at which the first of the waiting may start; a store that is away is waited for.</summary>
    private async Task<IReadOnlyList<DateTimeOffset>> LeaseAsync(List<Waiting> some)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await TryLeaseAsync(some) is { } starts)
                    return starts;
            }
            catch (Exception) when (!stopping.IsCancellationRequested)
            {
                await Task.Delay(s_storePause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        foreach (Waiting waiting in some)
            waiting.Turn.TrySetCanceled(stopping);
        return [];
    }

    /// <summary>Null when another process was faster.</summary>
    private async Task<IReadOnlyList<DateTimeOffset>?> TryLeaseAsync(List<Waiting> some)
    {
        Versioned<RateSlots>? known = await slots.FindAsync(id, stopping);
        long owed = Interlocked.Read(ref _owed);
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset requests = Later(known?.Document.RequestsFrom ?? now, now);
        DateTimeOffset tokens = Later((known?.Document.TokensFrom ?? now) + Cost(owed, tokensPerMinute), now);
        List<DateTimeOffset> starts = [];
        foreach (Waiting waiting in some)
        {
            DateTimeOffset start = Later(requests, tokens);
            if (starts.Count > 0 && start - starts[0] >= s_slice)
                break;
            starts.Add(start);
            requests = start + Cost(1, requestsPerMinute);
            tokens = start + Cost(waiting.Tokens, tokensPerMinute);
        }

        if (!await KeepAsync(known, new RateSlots(id, requests, tokens)))
            return null;
        Interlocked.Add(ref _owed, -owed);
        return starts;
    }

    private Task<bool> KeepAsync(Versioned<RateSlots>? known, RateSlots next) =>
        known is null ? slots.InsertAsync(next, stopping) : slots.ReplaceAsync(next, known.Version, stopping);

    private static TimeSpan Cost(long amount, int? perMinute) => perMinute is { } limit ? TimeSpan.FromMinutes((double)amount / limit) : TimeSpan.Zero;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class Waiting(long tokens)
    {
        public long Tokens => tokens;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
