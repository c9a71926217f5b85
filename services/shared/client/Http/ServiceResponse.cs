using System.Globalization;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DialInsight.Client.Http;

/// <summary>Reads answers of the services, and turns their problem documents into <see cref="ServiceException"/>s.</summary>
internal static class ServiceResponse
{
    /// <summary>How the services write JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> call, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await call;
        await response.EnsureAcceptedAsync(cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken)
            ?? throw new ServiceException(response.StatusCode, null, "the answer was empty");
    }

    /// <summary>A path with those parameters that have a value.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        List<string> given = [];
        foreach ((string name, object? value) in parameters)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
                given.Add($"{name}={Uri.EscapeDataString(text)}");
        }

        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }

    public static async Task EnsureAcceptedAsync(this HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;

        Problem? problem = null;
        try
        {
            problem = await response.Content.ReadFromJsonAsync<Problem>(Json, cancellationToken);
        }
        catch (JsonException)
        {
            // A proxy in between answers in its own way.
        }

        string message = problem?.Detail ?? problem?.Title ?? $"the server answered {(int)response.StatusCode} {response.ReasonPhrase}";
        throw new ServiceException(response.StatusCode, problem?.Type, message, problem?.Errors);
    }

    private sealed record Problem(string? Type, string? Title, string? Detail, IReadOnlyDictionary<string, string[]>? Errors);
}
