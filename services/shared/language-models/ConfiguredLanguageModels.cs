using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Offline;
using DialInsight.LanguageModels.Settings;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels;

/// <summary>The two models that the settings describe. They share what is one: the endpoint's connections and breaker, the limits of one model.</summary>
internal sealed class ConfiguredLanguageModels : ILanguageModels, IDisposable
{
    private readonly Dictionary<Uri, ModelEndpoint> _endpoints = [];
    private readonly Dictionary<object, CallGate> _gates = [];
    private readonly CallPolicy _policy;
    private readonly AnswerCache _cache;
    private readonly TimeProvider _time;

    public ConfiguredLanguageModels(IOptions<ModelSettings> settings, CallPolicy policy, AnswerCache cache, TimeProvider time)
    {
        (_policy, _cache, _time) = (policy, cache, time);
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
        foreach (ModelEndpoint endpoint in _endpoints.Values)
            endpoint.Dispose();
        foreach (CallGate gate in _gates.Values)
            gate.Dispose();
    }

    /// <summary>The offline annotator stays without a cache: it is deterministic and free.</summary>
    private ILanguageModel Create(LanguageModelSettings settings) => settings.Provider == ModelProvider.Offline
        ? new OfflineAnnotator()
        : new CachedLanguageModel(new OpenAILanguageModel(settings, EndpointOf(settings), GateOf(settings), _policy, _time), settings, _cache);

    private ModelEndpoint EndpointOf(LanguageModelSettings settings)
    {
        if (!_endpoints.TryGetValue(settings.Endpoint, out ModelEndpoint? endpoint))
            _endpoints[settings.Endpoint] = endpoint = new ModelEndpoint(settings.Endpoint, _policy);
        return endpoint;
    }

    private CallGate GateOf(LanguageModelSettings settings)
    {
        object key = (settings.Endpoint, settings.Model, settings.ApiKey, settings.MaxConcurrency, settings.RequestsPerMinute, settings.TokensPerMinute);
        if (!_gates.TryGetValue(key, out CallGate? gate))
            _gates[key] = gate = new CallGate(settings.MaxConcurrency, new ProcessRateLimit(settings.RequestsPerMinute, settings.TokensPerMinute, _time));
        return gate;
    }
}
