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
}
