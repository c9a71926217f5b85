using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Routes;
using DialInsight.LanguageModels.Settings;

namespace DialInsight.LanguageModels.Embeddings;

/// <summary>One try at <c>/embeddings</c>. What an endpoint sends is untrusted: whatever does not read is a failed try.</summary>
internal static class EmbeddingEndpoint
{
    private const int MostDimensions = 65536;

    /// <summary>The vectors of texts, by position, and the tokens read.</summary>
    /// <exception cref="EndpointException">The try failed.</exception>
    public static async Task<Metered<float[][]>> AskAsync(ModelRoute route, EmbeddingSettings settings, IReadOnlyList<string> texts, TimeProvider time, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{route.Settings.Endpoint.ToString().TrimEnd('/')}/embeddings"));
        request.Content = new ByteArrayContent(Body(settings, texts)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (route.Settings.ApiKey is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using HttpResponseMessage response = await route.Endpoint.Http.SendAsync(request, cancellationToken);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? Read(body, texts.Count)
                : throw EndpointException.ForStatus((int)response.StatusCode, ChatResponseBody.ErrorCode(body), RetryAfter.Read(response.Headers, time.GetUtcNow()));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new EndpointException(EndpointFailure.Failing, "could not be reached, or broke off its answer", innerException: e);
        }
    }

    private static byte[] Body(EmbeddingSettings settings, IReadOnlyList<string> texts)
    {
        var body = new Dictionary<string, object> { ["model"] = settings.Model, ["input"] = texts, ["encoding_format"] = "float" };
        if (settings.Dimensions is { } dimensions)
            body["dimensions"] = dimensions;
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private static Metered<float[][]> Read(byte[] body, int count)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            var vectors = new float[count][];
            foreach (JsonElement entry in root.GetProperty("data").EnumerateArray())
                vectors[entry.GetProperty("index").GetInt32()] = Vector(entry.GetProperty("embedding"));
            if (!Array.TrueForAll(vectors, vector => vector is { Length: > 0 and <= MostDimensions } && vector.Length == vectors[0].Length && Array.TrueForAll(vector, float.IsFinite)))
                throw new FormatException();
            return new Metered<float[][]>(vectors, ChatResponseBody.TokensOf(root, "prompt_tokens"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException or ArgumentException)
        {
            throw new EndpointException(EndpointFailure.Failing, "answered with something that is no list of vectors, one a text", innerException: e);
        }
    }

    // Some servers write base64 whatever is asked for.
    private static float[] Vector(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? MemoryMarshal.Cast<byte, float>(value.GetBytesFromBase64()).ToArray()
        : [.. value.EnumerateArray().Select(number => number.GetSingle())];
}
