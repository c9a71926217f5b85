using System.Text.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Releases;

/// <summary>Releases over HTTP.</summary>
public sealed class ReleasesClient
{
    private readonly HttpClient _http;

    internal ReleasesClient(HttpClient http) => _http = http;

    /// <summary>A release.</summary>
    /// <exception cref="ServiceException">There is no such release.</exception>
    public Task<ReleaseView> GetAsync(string name, CancellationToken cancellationToken) =>
        _http.GetAsync($"/releases/{Uri.EscapeDataString(name)}", cancellationToken).ReadAsync<ReleaseView>(cancellationToken);

    /// <summary>A run's report, released or not.</summary>
    /// <exception cref="ServiceException">The run has no report yet.</exception>
    public Task<JsonElement> ReportAsync(string run, CancellationToken cancellationToken) =>
        _http.GetAsync($"/reports/{Uri.EscapeDataString(run)}", cancellationToken).ReadAsync<JsonElement>(cancellationToken);

    /// <summary>Writes one file of a release to a stream as it comes.</summary>
    /// <param name="name">The release.</param>
    /// <param name="format"><c>alpaca</c>, <c>sharegpt</c>, <c>messages</c>, <c>dataset_info</c>, <c>card</c>, <c>manifest</c> or <c>report</c>.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="cancellationToken">Stops the transfer.</param>
    /// <exception cref="ServiceException">There is no such release or format.</exception>
    public async Task ExportAsync(string name, string format, Stream output, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _http.GetAsync(
            $"/releases/{Uri.EscapeDataString(name)}/export?format={Uri.EscapeDataString(format)}", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        await response.Content.CopyToAsync(output, cancellationToken);
    }
}
