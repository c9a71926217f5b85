namespace DialInsight.LanguageModels.Answers;

/// <summary>One request on its way, shared by all who ask it meanwhile. The first of them to receive the answer accounts for its spend.</summary>
internal sealed class Flight(Func<Task<ModelAnswer>> fetch)
{
    private readonly Lazy<Task<ModelAnswer>> _answer = new(fetch);
    private int _accounted;

    /// <summary>The answer; the first to ask sends the request.</summary>
    public async Task<ModelAnswer> AnswerAsync(CancellationToken cancellationToken)
    {
        ModelAnswer answer = await _answer.Value.WaitAsync(cancellationToken);
        return Interlocked.Exchange(ref _accounted, 1) == 0 ? answer : answer with
        {
            Spend = answer.Spend with { Calls = 0, InputTokens = 0, OutputTokens = 0, Cost = 0 },
            SpendIsEstimated = false,
            FromCache = true,
        };
    }
}
