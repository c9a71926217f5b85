namespace DialInsight.LanguageModels.Calls;

/// <summary>
/// The limits of this process, by the generic cell rate algorithm (ITU-T I.371): each limit keeps the time at which it would be met exactly, and lets
/// calls run ahead of it by a tenth of a minute.
/// </summary>
internal sealed class ProcessRateLimit(int? requestsPerMinute, int? tokensPerMinute, TimeProvider time) : IRateLimit
{
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(6);
    private readonly Lock _lock = new();
    private DateTimeOffset _requestsDue;
    private DateTimeOffset _tokensDue;
    private DateTimeOffset _pausedUntil;

    /// <inheritdoc/>
    public async ValueTask WaitAsync(long tokens, CancellationToken cancellationToken)
    {
        for (TimeSpan wait = Reserve(tokens) - time.GetUtcNow(); wait > TimeSpan.Zero; wait = PausedUntil() - time.GetUtcNow())
            await Task.Delay(wait, time, cancellationToken);
    }

    /// <inheritdoc/>
    public void Settle(long difference)
    {
        lock (_lock)
            _tokensDue += Cost(difference, tokensPerMinute);
    }

    /// <inheritdoc/>
    public void Pause(TimeSpan duration)
    {
        DateTimeOffset until = time.GetUtcNow() + duration;
        lock (_lock)
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
    }

    private DateTimeOffset PausedUntil()
    {
        lock (_lock)
            return _pausedUntil;
    }

    /// <summary>Takes a place in both limits and says when it comes due.</summary>
    private DateTimeOffset Reserve(long tokens)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_lock)
        {
            DateTimeOffset due = Later(Take(ref _requestsDue, now, Cost(1, requestsPerMinute)), Take(ref _tokensDue, now, Cost(tokens, tokensPerMinute)));
            return Later(due, _pausedUntil);
        }
    }

    private static DateTimeOffset Take(ref DateTimeOffset due, DateTimeOffset now, TimeSpan cost)
    {
        DateTimeOffset from = Later(due, now);
        due = from + cost;
        return from - Burst;
    }

    private static TimeSpan Cost(long amount, int? perMinute) => perMinute is { } limit ? TimeSpan.FromMinutes((double)amount / limit) : TimeSpan.Zero;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
