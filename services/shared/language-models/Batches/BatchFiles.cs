using System.Buffers;
using System.Text.Json;
using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Settings;
using DialInsight.LanguageModels.Spending;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels.Batches;

/// <summary>Batch files in OpenAI's format: a line a request, and a line an answer, joined by <c>custom_id</c>.</summary>
internal sealed class BatchFiles(IOptions<ModelSettings> settings, AnswerCache cache, SpendLog spend) : IBatchFiles, IDisposable
{
    private readonly LanguageModelSettings _settings = settings.Value.Labeller;
    private readonly EndpointSettings _endpoint = settings.Value.Labeller.Reachable[0];
    private readonly BatchApi _api = new(settings.Value.Labeller.Reachable[0]);
    private readonly SchemaSupport _schemas = new(settings.Value.Labeller.StructuredOutput);

    /// <inheritdoc/>
    public bool IsAvailable => _settings.Provider == ModelProvider.OpenAI;

    /// <inheritdoc/>
    public async Task<bool> IsAnsweredAsync(ModelRequest request, CancellationToken cancellationToken) =>
        await cache.FindAsync(AnswerKey.Of(request, _settings), cancellationToken) is not null;

    /// <inheritdoc/>
    public async Task<string> SubmitAsync(string name, IReadOnlyList<KeyValuePair<string, ModelRequest>> requests, CancellationToken cancellationToken)
    {
        if (await _api.FindAsync(name, cancellationToken) is { } started)
            return started;
        string file = await _api.UploadAsync(name, Lines(requests), cancellationToken);
        return await _api.StartAsync(name, file, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> HasEndedAsync(string batch, CancellationToken cancellationToken) =>
        (await _api.LookAsync(batch, cancellationToken)).Status is "completed" or "expired" or "failed" or "cancelled";

    /// <inheritdoc/>
    public async Task<int> JoinAsync(string batch, IReadOnlyDictionary<string, ModelRequest> requests, decimal priceShare, CancellationToken cancellationToken)
    {
        int answered = 0;
        foreach (string file in (await _api.LookAsync(batch, cancellationToken)).Files)
        {
            await foreach (string line in _api.LinesAsync(file, cancellationToken))
            {
                if (Read(line) is not ({ } id, { } answer) || !requests.TryGetValue(id, out ModelRequest? request))
                    continue;
                answered++;
                await KeepAsync(request, answer, priceShare, cancellationToken);
            }
        }

        return answered;
    }

    /// <inheritdoc/>
    public void Dispose() => _api.Dispose();

    private byte[] Lines(IReadOnlyList<KeyValuePair<string, ModelRequest>> requests)
    {
        var lines = new ArrayBufferWriter<byte>();
        foreach ((string id, ModelRequest request) in requests)
        {
            using (var json = new Utf8JsonWriter(lines))
            {
                json.WriteStartObject();
                json.WriteString("custom_id", id);
                json.WriteString("method", "POST");
                json.WriteString("url", "/v1/chat/completions");
                json.WritePropertyName("body");
                json.WriteRawValue(ChatRequestBody.Write(request, _endpoint.Model, _settings, _schemas.Sent(request.ResponseSchema)), skipInputValidation: true);
                json.WriteEndObject();
            }

            lines.Write("\n"u8);
        }

        return lines.WrittenSpan.ToArray();
    }

    /// <summary>A line's request and answer; none where it is an error, or nothing that reads.</summary>
    private static (string? Id, EndpointAnswer? Answer) Read(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement response = document.RootElement.GetProperty("response");
            return response.ValueKind == JsonValueKind.Object && response.GetProperty("status_code").GetInt32() == 200
                ? (document.RootElement.GetProperty("custom_id").GetString(), ChatResponseBody.Read(JsonSerializer.SerializeToUtf8Bytes(response.GetProperty("body"))))
                : (null, null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or EndpointException)
        {
            return (null, null);
        }
    }

    private async Task KeepAsync(ModelRequest request, EndpointAnswer given, decimal priceShare, CancellationToken cancellationToken)
    {
        string key = AnswerKey.Of(request, _settings);
        // Joined before, and noted then.
        if (await cache.FindAsync(key, cancellationToken) is not null)
            return;
        Contracts.ModelSpend cost = CallCosts.Of(request, given, _settings, calls: 1);
        var answer = new ModelAnswer
        {
            Text = WrittenText.Bare(given.Text, request.ResponseSchema is not null),
            Model = cost.Model,
            Stop = given.Stop,
            Spend = cost with { Cost = cost.Cost * priceShare },
        };
        await Task.WhenAll(spend.NoteAsync(request, answer.Spend, cancellationToken), cache.KeepAsync(key, answer, request, cancellationToken));
    }
}
