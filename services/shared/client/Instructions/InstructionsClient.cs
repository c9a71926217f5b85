using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Instructions;

/// <summary>Instructions, their gates and pools over HTTP. Instructions come as the JSON that the service answers (its OpenAPI document describes it).</summary>
public sealed class InstructionsClient
{
    private readonly HttpClient _http;

    internal InstructionsClient(HttpClient http) => _http = http;

    /// <summary>The instructions that a query finds, oldest first, page by page.</summary>
    /// <param name="query">Pairs such as <c>gate</c> and <c>curation</c>, as <c>GET /instructions</c> takes them.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ServiceException">The query is not valid.</exception>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        IReadOnlyDictionary<string, string?> query, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        int left = most;
        do
        {
            string path = Path("/instructions", [.. query, new("limit", Math.Clamp(left, 1, 1000).ToString(System.Globalization.CultureInfo.InvariantCulture)), new("cursor", cursor)]);
            JsonElement page = await _http.GetAsync(path, cancellationToken).ReadAsync<JsonElement>(cancellationToken);
            foreach (JsonElement item in page.GetProperty("items").EnumerateArray().Take(left))
            {
                left--;
                yield return item;
            }

            cursor = page.TryGetProperty("nextCursor", out JsonElement next) ? next.GetString() : null;
        }
        while (cursor is not null && left > 0);
    }

    /// <summary>Decides on instructions, each by itself.</summary>
    /// <param name="decision">The decision, its reason and the ids.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ServiceException">None of it could be read.</exception>
    public Task<DecisionsAnswer> DecideAsync(Decisions decision, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync("/instructions/decisions", decision, ServiceResponse.Json, cancellationToken).ReadAsync<DecisionsAnswer>(cancellationToken);

    /// <summary>Takes back the last decision on an instruction.</summary>
    /// <exception cref="ServiceException">It cannot be taken back; the message says why.</exception>
    public Task<JsonElement> UndoAsync(string id, string? reason, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync($"/instructions/{Uri.EscapeDataString(id)}/undo", new { reason }, ServiceResponse.Json, cancellationToken).ReadAsync<JsonElement>(cancellationToken);

    /// <summary>Asks for instructions: one batch for each task type.</summary>
    /// <exception cref="ServiceException">The request is not valid.</exception>
    public Task<JsonElement> EvolveAsync(BatchWish wish, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync("/batches", wish, ServiceResponse.Json, cancellationToken).ReadAsync<JsonElement>(cancellationToken);

    /// <summary>Takes in a pool, JSON Lines.</summary>
    /// <param name="lines">The lines; not closed.</param>
    /// <param name="query">What lines that say nothing are: <c>domain</c>, <c>scenario</c>, <c>task</c>, <c>language</c>; and <c>as</c>, <c>maximumSimilarity</c>.</param>
    /// <param name="cancellationToken">Stops; what was taken in stays.</param>
    /// <exception cref="ServiceException">The query is not valid.</exception>
    public async Task<ImportAnswer> ImportAsync(Stream lines, IReadOnlyDictionary<string, string?> query, CancellationToken cancellationToken)
    {
        using StreamContent content = new(lines);
        content.Headers.ContentType = new("application/x-ndjson");
        return await _http.PostAsync(Path("/instructions/import", query), content, cancellationToken).ReadAsync<ImportAnswer>(cancellationToken);
    }

    /// <summary>Writes a pool to a stream, JSON Lines, as it comes.</summary>
    /// <exception cref="ServiceException">The query is not valid.</exception>
    public Task ExportAsync(IReadOnlyDictionary<string, string?> query, Stream output, CancellationToken cancellationToken) =>
        CopyAsync(Path("/instructions/export", query), output, cancellationToken);

    /// <summary>Writes the tree that an instruction belongs to, as JSON or as a Mermaid drawing.</summary>
    /// <exception cref="ServiceException">There is no such instruction.</exception>
    public Task LineageAsync(string id, bool mermaid, Stream output, CancellationToken cancellationToken) =>
        CopyAsync($"/instructions/{Uri.EscapeDataString(id)}/lineage?format={(mermaid ? "mermaid" : "json")}", output, cancellationToken);

    /// <summary>The operators' figures.</summary>
    public Task<JsonElement> OperatorsAsync(IReadOnlyDictionary<string, string?> query, CancellationToken cancellationToken) =>
        _http.GetAsync(Path("/instructions/operators", query), cancellationToken).ReadAsync<JsonElement>(cancellationToken);

    private async Task CopyAsync(string path, Stream output, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        await response.Content.CopyToAsync(output, cancellationToken);
    }

    private static string Path(string path, IEnumerable<KeyValuePair<string, string?>> query) =>
        $"{path}?{string.Join('&', query.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"))}";
}
