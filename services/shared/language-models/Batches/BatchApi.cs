using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Settings;

namespace DialInsight.LanguageModels.Batches;

/// <summary>The calls that batch files need: <c>/files</c> and <c>/batches</c>. What comes back is untrusted and read in bounds.</summary>
internal sealed class BatchApi(EndpointSettings endpoint) : IDisposable
{
    private const long LongestLine = 8 * 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromMinutes(10),
    };

    /// <summary>Uploads a file of requests; answers its id.</summary>
    public async Task<string> UploadAsync(string name, byte[] lines, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var purpose = new StringContent("batch");
        using var file = new ByteArrayContent(lines) { Headers = { ContentType = new MediaTypeHeaderValue("application/jsonl") } };
        form.Add(purpose, "purpose");
        form.Add(file, "file", $"{name}.jsonl");
        using JsonDocument answer = await SendAsync(HttpMethod.Post, "files", form, cancellationToken);
        return Text(answer.RootElement, "id") ?? throw Unreadable();
    }

    /// <summary>Starts a batch of an uploaded file; answers its id.</summary>
    public async Task<string> StartAsync(string name, string file, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["input_file_id"] = file,
            ["endpoint"] = "/v1/chat/completions",
            ["completion_window"] = "24h",
            ["metadata"] = new Dictionary<string, string> { ["name"] = name },
        }))
        { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using JsonDocument answer = await SendAsync(HttpMethod.Post, "batches", body, cancellationToken);
        return Text(answer.RootElement, "id") ?? throw Unreadable();
    }

    /// <summary>The id of a batch of this name among the latest hundred, or null.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        using JsonDocument answer = await SendAsync(HttpMethod.Get, "batches?limit=100", null, cancellationToken);
        if (!answer.RootElement.TryGetProperty("data", out JsonElement batches) || batches.ValueKind != JsonValueKind.Array)
            return null;
        return batches.EnumerateArray()
            .Where(batch => batch.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object && Text(metadata, "name") == name)
            .Select(batch => Text(batch, "id"))
            .FirstOrDefault();
    }

    /// <summary>How a batch stands: its status, and the files of answers and of errors.</summary>
    public async Task<(string Status, IReadOnlyList<string> Files)> LookAsync(string batch, CancellationToken cancellationToken)
    {
        using JsonDocument answer = await SendAsync(HttpMethod.Get, $"batches/{Uri.EscapeDataString(batch)}", null, cancellationToken);
        string?[] files = [Text(answer.RootElement, "output_file_id"), Text(answer.RootElement, "error_file_id")];
        return (Text(answer.RootElement, "status") ?? throw Unreadable(), [.. files.OfType<string>()]);
    }

    /// <summary>The lines of a file. One that is longer than 8 MB ends the reading.</summary>
    public async IAsyncEnumerable<string> LinesAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, $"files/{Uri.EscapeDataString(file)}/content");
        using HttpResponseMessage response = await SendAsync(request, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { Length: <= (int)LongestLine } line)
            yield return line;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonDocument> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Request(method, path);
        request.Content = content;
        using HttpResponseMessage response = await SendAsync(request, cancellationToken);
        await using var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), LongestLine);
        try
        {
            return await JsonDocument.ParseAsync(body, default, cancellationToken);
        }
        catch (JsonException e)
        {
            throw new ModelUnavailableException(Unreadable().Message, e);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri($"{endpoint.Endpoint.ToString().TrimEnd('/')}/{path}"));
        if (endpoint.ApiKey is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
                throw Failure((int)response.StatusCode);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new ModelUnavailableException($"{endpoint.Endpoint.Host} could not be reached, or broke off its answer", e);
        }
    }

    private Exception Failure(int status)
    {
        EndpointException failure = EndpointException.ForStatus(status, null, null);
        string message = $"{endpoint.Endpoint.Host} {failure.Message} (batch files)";
        return failure.Failure == EndpointFailure.Refused ? new ModelRefusedRequestException(message, failure) : new ModelUnavailableException(message, failure) { IsKeyRefused = failure.Failure == EndpointFailure.KeyRefused };
    }

    private ModelUnavailableException Unreadable() => new($"{endpoint.Endpoint.Host} answered with something that is nothing about batches");

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
