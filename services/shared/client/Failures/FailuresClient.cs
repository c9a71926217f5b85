using System.Net.Http.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Failures;

/// <summary>Failures of labelling over HTTP.</summary>
public sealed class FailuresClient
{
    private readonly HttpClient _http;

    internal FailuresClient(HttpClient http) => _http = http;

    /// <summary>A page of the failures, the latest first.</summary>
    /// <param name="run">The run; null is any.</param>
    /// <param name="class">The class; null is any.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<FailurePage> ListAsync(string? run, string? @class, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/failures", ("limit", limit), ("cursor", cursor), ("run", run), ("class", @class)), cancellationToken).ReadAsync<FailurePage>(cancellationToken);

    /// <summary>How many there are, by class.</summary>
    /// <param name="run">The run; null is all.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<IReadOnlyDictionary<string, long>> CountsAsync(string? run, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/failures/counts", ("run", run)), cancellationToken).ReadAsync<IReadOnlyDictionary<string, long>>(cancellationToken);

    /// <summary>A failure with the request, every answer, and whether it was re-driven.</summary>
    /// <exception cref="ServiceException">There is no such failure.</exception>
    public Task<FailureDetail> GetAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/failures/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}", cancellationToken).ReadAsync<FailureDetail>(cancellationToken);

    /// <summary>Asks for new attempts at the named failures.</summary>
    /// <exception cref="ServiceException">There are more than 1,000, or the key may not.</exception>
    public Task<RedriveAnswer> RedriveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => RedriveAsync(new { ids }, cancellationToken);

    /// <summary>Asks for new attempts at a run's failures, of one class or all.</summary>
    /// <exception cref="ServiceException">The key may not.</exception>
    public Task<RedriveAnswer> RedriveAsync(string run, string? @class, CancellationToken cancellationToken) => RedriveAsync(new { run, @class }, cancellationToken);

    private Task<RedriveAnswer> RedriveAsync(object order, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync("/failures/redrive", order, cancellationToken).ReadAsync<RedriveAnswer>(cancellationToken);
}
