using System.Net.Http.Json;
using System.Text;
using DialInsight.Client.Http;

namespace DialInsight.Client.Runs;

/// <summary>Runs over HTTP.</summary>
public sealed class RunsClient
{
    private readonly HttpClient _http;

    internal RunsClient(HttpClient http) => _http = http;

    /// <summary>Starts filling a recipe, or finds the run of that id.</summary>
    /// <param name="recipe">The recipe, YAML or JSON.</param>
    /// <param name="id">Makes the call repeatable; null has the service choose one.</param>
    /// <param name="transcripts">How many transcripts to wait for before the dialogues are frozen; null waits for a quiet moment.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ServiceException">The recipe is not valid, or the id is taken.</exception>
    public Task<RunView> CreateAsync(string recipe, string? id, long? transcripts, CancellationToken cancellationToken) =>
        _http.PostAsync(
            ServiceResponse.With("/runs", ("id", id), ("transcripts", transcripts)), new StringContent(recipe, Encoding.UTF8, "application/yaml"), cancellationToken).ReadAsync<RunView>(cancellationToken);

    /// <summary>A run with its numbers.</summary>
    /// <exception cref="ServiceException">There is no such run.</exception>
    public Task<RunView> GetAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/runs/{Uri.EscapeDataString(id)}", cancellationToken).ReadAsync<RunView>(cancellationToken);

    /// <summary>What a recipe would take and cost.</summary>
    /// <exception cref="ServiceException">The recipe is not valid.</exception>
    public Task<EstimateView> EstimateAsync(string recipe, CancellationToken cancellationToken) =>
        _http.PostAsync("/runs/estimate", new StringContent(recipe, Encoding.UTF8, "application/yaml"), cancellationToken).ReadAsync<EstimateView>(cancellationToken);

    /// <summary>A page of the runs, newest first.</summary>
    /// <param name="state">Where they stand; null for all.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<RunPage> ListAsync(RunState? state, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/runs", ("state", state), ("limit", limit), ("cursor", cursor)), cancellationToken).ReadAsync<RunPage>(cancellationToken);

    /// <summary>Pauses a run: nothing new is requested until it is resumed.</summary>
    /// <exception cref="ServiceException">There is no such run, or it is in no state to be paused.</exception>
    public Task<RunView> PauseAsync(string id, CancellationToken cancellationToken) => MoveAsync(id, "pause", cancellationToken);

    /// <summary>Takes a paused run up again.</summary>
    /// <exception cref="ServiceException">There is no such run, or it is not paused.</exception>
    public Task<RunView> ResumeAsync(string id, CancellationToken cancellationToken) => MoveAsync(id, "resume", cancellationToken);

    /// <summary>Ends a run without a release.</summary>
    /// <exception cref="ServiceException">There is no such run, or it has ended.</exception>
    public Task<RunView> CancelAsync(string id, CancellationToken cancellationToken) => MoveAsync(id, "cancel", cancellationToken);

    /// <summary>Changes what a run may cost.</summary>
    /// <exception cref="ServiceException">There is no such run, or it has ended.</exception>
    public Task<RunView> SetBudgetAsync(string id, decimal limit, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync($"/runs/{Uri.EscapeDataString(id)}/budget", new { limit }, cancellationToken).ReadAsync<RunView>(cancellationToken);

    /// <summary>The run's progress as server-sent events, as they come, until the run is over.</summary>
    /// <exception cref="ServiceException">There is no such run.</exception>
    public async Task CopyEventsAsync(string id, Stream output, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _http.GetAsync($"/runs/{Uri.EscapeDataString(id)}/events", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        await using Stream events = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] part = new byte[16 * 1024];
        while (await events.ReadAsync(part, cancellationToken) is var read and > 0)
        {
            await output.WriteAsync(part.AsMemory(0, read), cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }

    private Task<RunView> MoveAsync(string id, string how, CancellationToken cancellationToken) =>
        _http.PostAsync($"/runs/{Uri.EscapeDataString(id)}/{how}", content: null, cancellationToken).ReadAsync<RunView>(cancellationToken);
}

/// <summary>A page of runs.</summary>
/// <param name="Items">The runs.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record RunPage(IReadOnlyList<RunView> Items, string? NextCursor);
