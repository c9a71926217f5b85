using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Offline;
using DialInsight.LanguageModels.Routes;
using DialInsight.LanguageModels.Settings;
using DialInsight.LanguageModels.Spending;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels;

/// <summary>The two models that the settings describe.</summary>
internal sealed class ConfiguredLanguageModels : ILanguageModels, IDisposable
{
    private readonly RouteCatalogue _routes;
    private readonly CallPolicy _policy;
    private readonly AnswerCache _cache;
    private readonly SpendLog _spend;
    private readonly CallsOnTheirWay _calls;
    private readonly TimeProvider _time;

    public ConfiguredLanguageModels(
        IOptions<ModelSettings> settings, RouteCatalogue routes, CallPolicy policy, AnswerCache cache, SpendLog spend, CallsOnTheirWay calls, TimeProvider time)
    {
        (_routes, _policy, _cache, _spend, _calls, _time) = (routes, policy, cache, spend, calls, time);
        LanguageModelSettings labeller = settings.Value.Labeller, judge = settings.Value.Judge;
        Labeller = Create(labeller);
        Judge = judge == labeller ? Labeller : Create(judge);
    }

    /// <inheritdoc/>
    public ILanguageModel Labeller { get; }

    /// <inheritdoc/>
    public ILanguageModel Judge { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        (Labeller as IDisposable)?.Dispose();
        if (Judge != Labeller)
            (Judge as IDisposable)?.Dispose();
    }

    /// <summary>The offline annotator stays without a cache: it is deterministic and free.</summary>
    private ILanguageModel Create(LanguageModelSettings settings)
    {
        if (settings.Provider == ModelProvider.Offline)
            return new OfflineAnnotator(settings);
        var model = new OpenAILanguageModel(settings, _routes.PoolOf(settings.Reachable, settings.MaxConcurrency), _policy, _time);
        return new CachedLanguageModel(model, settings, _cache, _spend, _calls);
    }
}
