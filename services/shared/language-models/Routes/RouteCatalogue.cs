using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Limits;
using DialInsight.LanguageModels.Settings;
using DialInsight.Storage;

namespace DialInsight.LanguageModels.Routes;

/// <summary>The endpoints, ways and pools of this process. Models share what is one: an endpoint's connections and breaker, a way's limits.</summary>
internal sealed class RouteCatalogue(CallPolicy policy, IDocumentStoreFactory stores, TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, ModelEndpoint> _endpoints = [];
    private readonly List<RoutePool> _pools = [];
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Whether all ways to some model are barred by a refused key.</summary>
    public bool IsBarred
    {
        get
        {
            lock (_lock)
                return _pools.Exists(pool => pool.Routes.All(route => route.IsKeyRefused));
        }
    }

    /// <summary>The pool of these endpoints.</summary>
    public RoutePool PoolOf(IReadOnlyList<EndpointSettings> endpoints, int most)
    {
        lock (_lock)
        {
            RoutePool? known = _pools.Find(pool => pool.Most == most && pool.Routes.Select(route => route.Settings).SequenceEqual(endpoints));
            if (known is null)
                _pools.Add(known = new RoutePool([.. endpoints.Select(endpoint => RouteOf(endpoint, most))], most));
            return known;
        }
    }

    /// <summary>The endpoint at an address.</summary>
    public ModelEndpoint EndpointOf(Uri address)
    {
        lock (_lock)
        {
            if (!_endpoints.TryGetValue(address, out ModelEndpoint? endpoint))
                _endpoints[address] = endpoint = new ModelEndpoint(address, policy, time);
            return endpoint;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Cancel();
        foreach (ModelEndpoint endpoint in _endpoints.Values)
            endpoint.Dispose();
        _stopping.Dispose();
    }

    private ModelRoute RouteOf(EndpointSettings settings, int most) => new(settings, EndpointOf(settings.Endpoint), RateOf(settings), most, time);

    private IRateLimit RateOf(EndpointSettings settings)
    {
        if (settings.RequestsPerMinute is null && settings.TokensPerMinute is null)
            return new NoRateLimit();
        // Providers count by account and model; the key stands for the account.
        string id = DeterministicId.Of(32, settings.Endpoint.ToString(), settings.Model, settings.ApiKey ?? "");
        return new SharedRateLimit(id, settings.RequestsPerMinute, settings.TokensPerMinute, stores.Open(AnswerCache.Database).Collection(RateSlots.Collection), time, _stopping.Token);
    }
}
