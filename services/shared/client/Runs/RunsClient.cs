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
    public Task<RunView> CreateAsync(string recipe, string? id, long? transcripts, CancellationToken cancellationToken)
    {
        string query = string.Join('&', new[] { id is null ? null : $"id={Uri.EscapeDataString(id)}", transcripts is null ? null : $"transcripts={transcripts}" }
            .Where(parameter => parameter is not null));
        return _http.PostAsync($"/runs?{query}", new StringContent(recipe, Encoding.UTF8, "application/yaml"), cancellationToken).ReadAsync<RunView>(cancellationToken);
    }

    /// <summary>A run with its numbers.</summary>
    /// <exception cref="ServiceException">There is no such run.</exception>
    public Task<RunView> GetAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/runs/{Uri.EscapeDataString(id)}", cancellationToken).ReadAsync<RunView>(cancellationToken);
}
