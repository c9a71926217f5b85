using System.Collections.Concurrent;
using DialInsight.LanguageModels.Settings;
using DialInsight.LanguageModels.Spending;
using DialInsight.LanguageModels.Telemetry;

namespace DialInsight.LanguageModels.Answers;

/// <summary>
/// Answers from the cache what was asked before, and keeps what is answered for the first time before anything else happens with it. The same request
/// at the same time is one call. A caller that gives up leaves the call running: it is paid for, and its answer will be wanted again.
/// </summary>
internal sealed class CachedLanguageModel(
    ILanguageModel model, LanguageModelSettings settings, AnswerCache cache, SpendLog spend, CallsOnTheirWay calls) : ILanguageModel, IDisposable
{
    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <inheritdoc/>
    public string Name => model.Name;

    /// <inheritdoc/>
    public async Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string key = AnswerKey.Of(request, settings);
        var own = new Flight(request.Work, () => FetchAsync(key, request));
        Flight flight = _flights.GetOrAdd(key, own);
        if (flight != own)
            LanguageModelTelemetry.LookedUp("shared");
        return await flight.AnswerAsync(request.Work, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ModelAnswer?> FindAsync(ModelRequest request, CancellationToken cancellationToken) =>
        (await cache.FindAsync(AnswerKey.Of(request, settings), cancellationToken))?.ToAnswer(request);

    /// <summary>Ends the calls that are on their way.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task<ModelAnswer> FetchAsync(string key, ModelRequest request)
    {
        try
        {
            CachedAnswer? kept = await cache.FindAsync(key, _stopping.Token);
            LanguageModelTelemetry.LookedUp(kept is null ? "miss" : "hit");
            if (kept is null)
                return await calls.WatchAsync(BuyAsync(key, request));
            if (!kept.IsBoughtFor(request))
                spend.Hit(request, kept.Model);
            return kept.ToAnswer(request);
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }

    private async Task<ModelAnswer> BuyAsync(string key, ModelRequest request)
    {
        ModelAnswer answer = await model.AnswerAsync(request, _stopping.Token);
        Task noted = spend.NoteAsync(request, answer.Spend, CancellationToken.None);
        CachedAnswer kept = await cache.KeepAsync(key, answer, request, CancellationToken.None);
        await noted;
        return answer with { Text = kept.Text, Model = kept.Model, Stop = kept.Stop, LogProbabilities = kept.LogProbabilities };
    }
}
