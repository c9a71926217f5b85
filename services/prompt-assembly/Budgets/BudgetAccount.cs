namespace DialInsight.PromptAssembly.Budgets;

/// <summary>What this process knows of one run's budget: what the documents said when they were last counted, and what was granted since.</summary>
internal sealed class BudgetAccount
{
    /// <summary>For so long a count is trusted; others spend as well.</summary>
    private static readonly TimeSpan s_trust = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private DateTimeOffset? _countedAt;
    private decimal _counted;
    private decimal _granted;
    private decimal _open;

    /// <summary>One counts at a time.</summary>
    public SemaphoreSlim Counting { get; } = new(1, 1);

    /// <summary>Grants a request, if by a recent count there is room for it. The nearer the limit, the sooner it is counted anew: what was granted since
    /// takes up no more than half of the room there was.</summary>
    public bool TryGrant(decimal limit, decimal cost, DateTimeOffset now, bool justCounted = false)
    {
        lock (_lock)
        {
            decimal room = limit - _counted;
            bool isTrusted = justCounted || (_countedAt is { } at && now - at < s_trust && _granted + cost <= room / 2);
            if (!isTrusted || _granted + cost > room)
                return false;

            _granted += cost;
            _open += cost;
            return true;
        }
    }

    /// <summary>A granted request is among the documents.</summary>
    public void Close(decimal cost)
    {
        lock (_lock)
            _open -= cost;
    }

    /// <summary>Counts anew. What was granted and is not among the documents yet goes on counting.</summary>
    public async Task CountAsync(Func<Task<decimal>> count, DateTimeOffset now)
    {
        lock (_lock)
            _granted = _open;
        decimal counted = await count();
        lock (_lock)
            (_counted, _countedAt) = (counted, now);
    }
}
