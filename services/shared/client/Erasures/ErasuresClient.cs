using DialInsight.Client.Http;

namespace DialInsight.Client.Erasures;

/// <summary>Erasures over HTTP.</summary>
public sealed class ErasuresClient
{
    private readonly HttpClient _http;

    internal ErasuresClient(HttpClient http) => _http = http;

    /// <summary>Erases everything that is about a subject, or joins the erasure that is under way.</summary>
    /// <param name="subject">The subject, as it was given with its transcripts.</param>
    /// <param name="cancellationToken">Stops waiting for the answer, not the erasure.</param>
    /// <exception cref="ServiceException">Nothing was ever kept of the subject, or the key may not erase.</exception>
    public Task<ErasureView> EraseAsync(string subject, CancellationToken cancellationToken) =>
        _http.DeleteAsync($"/subjects/{Uri.EscapeDataString(subject)}", cancellationToken).ReadAsync<ErasureView>(cancellationToken);

    /// <summary>An erasure with what each service has answered.</summary>
    /// <exception cref="ServiceException">There is no such erasure.</exception>
    public Task<ErasureView> GetAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/erasures/{Uri.EscapeDataString(id)}", cancellationToken).ReadAsync<ErasureView>(cancellationToken);

    /// <summary>A page of the erasures, the latest first.</summary>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<ErasurePage> ListAsync(string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/erasures", ("limit", limit), ("cursor", cursor)), cancellationToken).ReadAsync<ErasurePage>(cancellationToken);
}

/// <summary>A page of erasures.</summary>
/// <param name="Items">The erasures.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record ErasurePage(IReadOnlyList<ErasureView> Items, string? NextCursor);
