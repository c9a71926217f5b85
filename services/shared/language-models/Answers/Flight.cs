namespace DialInsight.LanguageModels.Answers;

/// <summary>One request on its way, shared by all who ask it meanwhile. The piece of work that it is bought for accounts for its spend; where none was named, the first to receive the answer.</summary>
internal sealed class Flight(string? work, Func<Task<ModelAnswer>> fetch)
{
    private readonly Lazy<Task<ModelAnswer>> _answer = new(fetch);
    private int _accounted;

    /// <summary>The answer; the first to ask sends the request.</summary>
    public async Task<ModelAnswer> AnswerAsync(string? asker, CancellationToken cancellationToken)
    {
        ModelAnswer answer = await _answer.Value.WaitAsync(cancellationToken);
        return Accounts(asker) ? answer : answer with
        {
            Spend = answer.Spend with { Calls = 0, InputTokens = 0, OutputTokens = 0, Cost = 0 },
            SpendIsEstimated = false,
            FromCache = true,
        };
    }

    // A piece of work that asks again finds the spend with the kept answer; without a name nothing would.
    private bool Accounts(string? asker) => work is null ? Interlocked.Exchange(ref _accounted, 1) == 0 : asker == work;
}
