namespace DialInsight.LanguageModels.Limits;

/// <summary>
/// How many calls an endpoint is given at once: additive increase, multiplicative decrease (Chiu and Jain 1989). It starts at the configured most, is
/// cut by a throttled call and by latency that grows, and comes back a step for every round of calls that went well. A cut for latency is a trial: where
/// fewer calls are not answered faster, the answers are longer, not the endpoint fuller, and the cut is taken back.
/// </summary>
internal sealed class AdaptiveLimit(int most, TimeProvider time)
{
    private const double ThrottledCut = 0.7, SlowCut = 0.8, Steps = 32, Helped = 0.9;
    private const int LeastRound = 8;

    /// <summary>Growth below this says nothing: answers differ in length, and this process may be busy itself.</summary>
    private static readonly TimeSpan s_growth = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private double _limit = most;
    private long _cutAt = time.GetTimestamp();
    private (double Limit, TimeSpan Mean)? _trial;
    private TimeSpan? _usual;
    private TimeSpan _sum;
    private int _count;

    /// <summary>The limit now: from 1 to the configured most.</summary>
    public int Current
    {
        get
        {
            lock (_lock)
                return Math.Max(1, (int)_limit);
        }
    }

    /// <summary>A call that started at this time stamp was answered.</summary>
    public void Answered(long started)
    {
        TimeSpan took = time.GetElapsedTime(started);
        lock (_lock)
        {
            // What was on its way at the last cut tells of the time before it.
            if (started < _cutAt)
                return;
            _sum += took;
            if (++_count < Math.Max(LeastRound, _limit))
                return;
            EndRound(_sum / _count);
            (_sum, _count) = (TimeSpan.Zero, 0);
        }
    }

    /// <summary>A call that started at this time stamp was throttled.</summary>
    public void Throttled(long started)
    {
        lock (_lock)
        {
            if (started < _cutAt)
                return;
            _trial = null;
            Cut(ThrottledCut);
        }
    }

    private void EndRound(TimeSpan mean)
    {
        if (_trial is { } trial && mean > trial.Mean * Helped)
        {
            (_limit, _usual, _trial) = (trial.Limit, mean, null);
            return;
        }

        if (_usual is { } usual && mean > usual * 2 && mean - usual > s_growth)
        {
            _trial = (_limit, mean);
            Cut(SlowCut);
            return;
        }

        _trial = null;
        // What is usual follows a faster endpoint at once and a slower one in the course of many rounds.
        _usual = _usual is { } before && mean > before ? before + ((mean - before) * 0.05) : mean;
        _limit = Math.Min(most, _limit + Math.Max(1, most / Steps));
    }

    private void Cut(double by)
    {
        _limit = Math.Max(1, _limit * by);
        _cutAt = time.GetTimestamp();
        (_sum, _count) = (TimeSpan.Zero, 0);
    }
}
