using System.Net;
using System.Net.Http.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Reviews;

/// <summary>Reviews over HTTP.</summary>
public sealed class ReviewsClient
{
    private readonly HttpClient _http;

    internal ReviewsClient(HttpClient http) => _http = http;

    /// <summary>Leases the next sample to the caller for half an hour; null when there is none.</summary>
    /// <param name="run">The run; null is any.</param>
    /// <param name="skipped">Samples that the caller passes over, 100 at most; they are free for others again.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public async Task<ReviewView?> NextAsync(string? run, IReadOnlyList<string> skipped, CancellationToken cancellationToken)
    {
        (string, object?)[] parameters = [("run", run), .. skipped.Select(id => ("skip", (object?)id))];
        using HttpResponseMessage response = await _http.GetAsync(ServiceResponse.With("/reviews/next", parameters), cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<ReviewView>(ServiceResponse.Json, cancellationToken);
    }

    /// <summary>Puts the caller's decision in place of the judge's.</summary>
    /// <exception cref="ServiceException">The decision is not valid, or somebody else has the sample.</exception>
    public Task<JudgementView> DecideAsync(string id, ReviewDecision decision, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync($"/reviews/{Uri.EscapeDataString(id)}", decision, ServiceResponse.Json, cancellationToken).ReadAsync<JudgementView>(cancellationToken);

    /// <summary>How people's reviews and the judge agree so far.</summary>
    /// <param name="run">The run; null is all.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<ReviewAgreementView> AgreementAsync(string? run, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/reviews/agreement", ("run", run)), cancellationToken).ReadAsync<ReviewAgreementView>(cancellationToken);

    /// <summary>A sample with its judgement.</summary>
    /// <exception cref="ServiceException">There is no such sample.</exception>
    public Task<JudgedSample> SampleAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/samples/{Uri.EscapeDataString(id)}", cancellationToken).ReadAsync<JudgedSample>(cancellationToken);

    /// <summary>A page of judgements.</summary>
    /// <param name="run">The run; null is any.</param>
    /// <param name="outcome">What follows for the slot; null is any.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<JudgementPage> JudgementsAsync(string? run, string? outcome, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/judgements", ("limit", limit), ("cursor", cursor), ("run", run), ("outcome", outcome)), cancellationToken)
            .ReadAsync<JudgementPage>(cancellationToken);
}
