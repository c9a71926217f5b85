using DialInsight.Client.Http;

namespace DialInsight.Client.Domains;

/// <summary>Domain packs over HTTP.</summary>
public sealed class DomainsClient
{
    private readonly HttpClient _http;

    internal DomainsClient(HttpClient http) => _http = http;

    /// <summary>The loaded packs, by name.</summary>
    public Task<IReadOnlyList<DomainView>> ListAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(new Uri("/domains", UriKind.Relative), cancellationToken).ReadAsync<IReadOnlyList<DomainView>>(cancellationToken);
}
