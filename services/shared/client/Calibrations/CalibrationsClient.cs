using System.Net;
using System.Net.Http.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Calibrations;

/// <summary>Calibrations of the judge over HTTP.</summary>
public sealed class CalibrationsClient
{
    private readonly HttpClient _http;

    internal CalibrationsClient(HttpClient http) => _http = http;

    /// <summary>Draws a blind sample of each cell of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="perCell">How many of each cell, 1 to 500.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ServiceException">Nothing is left to rate, or the key may not.</exception>
    public Task<CalibrationView> DrawAsync(string run, int perCell, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync("/calibrations", new { run, perCell }, ServiceResponse.Json, cancellationToken).ReadAsync<CalibrationView>(cancellationToken);

    /// <summary>A page of calibrations, the latest first, without their results.</summary>
    /// <param name="run">The run; null is any.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<CalibrationPage> ListAsync(string? run, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/calibrations", ("limit", limit), ("cursor", cursor), ("run", run)), cancellationToken).ReadAsync<CalibrationPage>(cancellationToken);

    /// <summary>A calibration; with its result once every sample is rated.</summary>
    /// <exception cref="ServiceException">There is no such calibration.</exception>
    public Task<CalibrationView> GetAsync(string id, CancellationToken cancellationToken) => _http.GetAsync(Path(id), cancellationToken).ReadAsync<CalibrationView>(cancellationToken);

    /// <summary>The next sample to rate, given to nobody else for half an hour; null when there is none for the caller.</summary>
    /// <exception cref="ServiceException">There is no such calibration.</exception>
    public async Task<CalibrationItem?> NextAsync(string id, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _http.GetAsync($"{Path(id)}/next", cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<CalibrationItem>(ServiceResponse.Json, cancellationToken);
    }

    /// <summary>Keeps the caller's level of a sample; until all are rated it can be given anew.</summary>
    /// <exception cref="ServiceException">Somebody else has the sample, it is not of the calibration, or all are rated.</exception>
    public Task<CalibrationView> RateAsync(string id, string sample, string level, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync($"{Path(id)}/levels", new { sample, level }, ServiceResponse.Json, cancellationToken).ReadAsync<CalibrationView>(cancellationToken);

    private static string Path(string id) => $"/calibrations/{Uri.EscapeDataString(id)}";
}
