using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Limits;
using DialInsight.LanguageModels.Settings;

namespace DialInsight.LanguageModels.Routes;

/// <summary>One way to a model: an endpoint, a key, the model's name there. Knows how many calls it bears, and whether the key is taken.</summary>
internal sealed class ModelRoute(EndpointSettings settings, ModelEndpoint endpoint, IRateLimit rate, int most, TimeProvider time)
{
    /// <summary>How long a key that was refused is not tried again; then one call tries.</summary>
    private static readonly TimeSpan s_refusal = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _restsUntil;
    private DateTimeOffset _triedAgainAt;
    private bool _isRefused;

    /// <summary>What is configured.</summary>
    public EndpointSettings Settings => settings;

    /// <summary>Its endpoint.</summary>
    public ModelEndpoint Endpoint => endpoint;

    /// <summary>How many calls it bears at once.</summary>
    public AdaptiveLimit Limit { get; } = new(most, time);

    /// <summary>Calls on their way; the pool counts them.</summary>
    public int InFlight { get; set; }

    /// <summary>Calls so far; the pool counts them.</summary>
    public long Taken { get; set; }

    /// <summary>Whether the endpoint has refused the key, and has not taken it since.</summary>
    public bool IsKeyRefused
    {
        get
        {
            lock (_lock)
                return _isRefused;
        }
    }

    /// <summary>Whether a call may be made at all.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return !_isRefused || time.GetUtcNow() >= _triedAgainAt;
        }
    }

    /// <summary>Whether the endpoint asked to be left alone for a while.</summary>
    public bool IsResting
    {
        get
        {
            lock (_lock)
                return time.GetUtcNow() < _restsUntil;
        }
    }

    /// <summary>A call is about to be made. Of a route whose key was refused it is the only one for the next minute.</summary>
    public void Enter()
    {
        lock (_lock)
        {
            if (_isRefused)
                _triedAgainAt = time.GetUtcNow() + s_refusal;
        }
    }

    /// <summary>Waits until the endpoint has rested and the rate limit gives a slot.</summary>
    public async ValueTask WaitAsync(string run, long tokens, CancellationToken cancellationToken)
    {
        do
        {
            for (TimeSpan wait = Rest(); wait > TimeSpan.Zero; wait = Rest())
                await Task.Delay(wait, time, cancellationToken);
            await rate.WaitAsync(run, tokens, cancellationToken);
        }
        while (IsResting);
    }

    /// <summary>A call that started at this time stamp was answered, with so many tokens more than announced.</summary>
    public void Answered(long started, long moreTokens)
    {
        Limit.Answered(started);
        rate.Settle(moreTokens);
        lock (_lock)
            _isRefused = false;
    }

    /// <summary>A call that started at this time stamp failed. Tells whether that the key is refused is news.</summary>
    public bool Failed(long started, EndpointException failure)
    {
        if (failure.Failure == EndpointFailure.Throttled)
            Limit.Throttled(started);
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (failure is { Failure: EndpointFailure.Throttled, RetryAfter: { } wait } && now + wait > _restsUntil)
                rate.RestUntil(_restsUntil = now + wait);
            if (failure.Failure != EndpointFailure.KeyRefused)
                return false;
            bool isNews = !_isRefused;
            (_isRefused, _triedAgainAt) = (true, now + s_refusal);
            return isNews;
        }
    }

    private TimeSpan Rest()
    {
        lock (_lock)
            return _restsUntil - time.GetUtcNow();
    }
}
