using System.Net.Http.Json;
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

    /// <summary>A run's report, released or not; a provisional one before it is decided.</summary>
    /// <exception cref="ServiceException">There is no such run.</exception>
    public Task<JsonElement> ReportAsync(string run, CancellationToken cancellationToken) =>
        _http.GetAsync($"/reports/{Uri.EscapeDataString(run)}", cancellationToken).ReadAsync<JsonElement>(cancellationToken);

    /// <summary>Writes one file of a release to a stream as it comes.</summary>
    /// <param name="name">The release.</param>
    /// <param name="format"><c>alpaca</c>, <c>sharegpt</c>, <c>messages</c>, <c>preference</c>, <c>train</c>, <c>validation</c>, <c>test</c>, <c>huggingface</c>, <c>dataset_info</c>, <c>card</c>, <c>manifest</c> or <c>report</c>.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="cancellationToken">Stops the transfer.</param>
    /// <exception cref="ServiceException">There is no such release or format.</exception>
    public async Task ExportAsync(string name, string format, Stream output, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await OpenExportAsync(name, format, range: null, cancellationToken);
        await response.Content.CopyToAsync(output, cancellationToken);
    }

    /// <summary>A page of the releases, by name.</summary>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<ReleasePage> ListAsync(string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/releases", ("limit", limit), ("cursor", cursor)), cancellationToken).ReadAsync<ReleasePage>(cancellationToken);

    /// <summary>What the second release changes against the first.</summary>
    /// <exception cref="ServiceException">One of them is not there.</exception>
    public Task<ReleaseDiff> DiffAsync(string from, string to, CancellationToken cancellationToken) =>
        _http.GetAsync($"/releases/{Uri.EscapeDataString(from)}/diff/{Uri.EscapeDataString(to)}", cancellationToken).ReadAsync<ReleaseDiff>(cancellationToken);

    /// <summary>A page of the accepted samples that a release does not hold because its recipe selects, the best first.</summary>
    /// <param name="name">The release.</param>
    /// <param name="reason"><c>tooSimilar</c> or <c>beyond</c>; null for both.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ServiceException">There is no such release.</exception>
    public Task<LeftOutPage> LeftOutAsync(string name, string? reason, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With($"/releases/{Uri.EscapeDataString(name)}/left-out", ("limit", limit), ("reason", reason), ("cursor", cursor)), cancellationToken).ReadAsync<LeftOutPage>(cancellationToken);

    /// <summary>What an erasure of a subject would remove here, and withdraw from which releases.</summary>
    /// <param name="subject">The subject, as it was given with its transcripts.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<SubjectImpact> ConcernedAsync(string subject, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/releases/concerned", ("subject", subject)), cancellationToken).ReadAsync<SubjectImpact>(cancellationToken);

    /// <summary>Has a completed run's data set measured and released again, for instance after review.</summary>
    /// <returns>Where the run stands: waiting, or as it was where nothing has changed since its release.</returns>
    /// <exception cref="ServiceException">No such run has completed, or the key may not.</exception>
    public Task<ReleaseStanding> RequestAsync(string run, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync("/releases", new { run }, cancellationToken).ReadAsync<ReleaseStanding>(cancellationToken);

    /// <summary>Where a completed run stands with its release.</summary>
    /// <exception cref="ServiceException">No such run has completed.</exception>
    public Task<ReleaseStanding> StandingAsync(string run, CancellationToken cancellationToken) =>
        _http.GetAsync($"/releases/runs/{Uri.EscapeDataString(run)}", cancellationToken).ReadAsync<ReleaseStanding>(cancellationToken);

    /// <summary>What people look at first in a run's report.</summary>
    /// <exception cref="ServiceException">There is no such run.</exception>
    public Task<ReportView> ReportViewAsync(string run, CancellationToken cancellationToken) =>
        _http.GetAsync($"/reports/{Uri.EscapeDataString(run)}", cancellationToken).ReadAsync<ReportView>(cancellationToken);

    /// <summary>The answer to the request for one file of a release, with its headers; the content is still to be read. The caller disposes it.</summary>
    /// <param name="name">The release.</param>
    /// <param name="format"><c>alpaca</c>, <c>sharegpt</c>, <c>messages</c>, <c>preference</c>, <c>train</c>, <c>validation</c>, <c>test</c>, <c>huggingface</c>, <c>dataset_info</c>, <c>card</c>, <c>manifest</c> or <c>report</c>.</param>
    /// <param name="range">The bytes that are wanted, as in the header Range; null for all.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ServiceException">There is no such release or format.</exception>
    public Task<HttpResponseMessage> OpenExportAsync(string name, string format, string? range, CancellationToken cancellationToken) =>
        OpenAsync($"/releases/{Uri.EscapeDataString(name)}/export?format={Uri.EscapeDataString(format)}", range, cancellationToken);

    /// <summary>Like <see cref="OpenExportAsync"/>, for a file by the name that the release's files have.</summary>
    /// <exception cref="ServiceException">There is no such release or file.</exception>
    public Task<HttpResponseMessage> OpenFileAsync(string name, string file, string? range, CancellationToken cancellationToken) =>
        OpenAsync($"/releases/{Uri.EscapeDataString(name)}/export?file={Uri.EscapeDataString(file)}", range, cancellationToken);

    /// <summary>The answer to the request for a run's report as one page. The caller disposes it.</summary>
    /// <exception cref="ServiceException">There is no such run.</exception>
    public Task<HttpResponseMessage> OpenReportPageAsync(string run, CancellationToken cancellationToken) =>
        OpenAsync($"/reports/{Uri.EscapeDataString(run)}.html", range: null, cancellationToken);

    private async Task<HttpResponseMessage> OpenAsync(string path, string? range, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (range is not null)
            request.Headers.TryAddWithoutValidation("Range", range);
        HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        try
        {
            await response.EnsureAcceptedAsync(cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
