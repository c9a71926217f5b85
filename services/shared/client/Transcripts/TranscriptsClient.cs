using DialInsight.Client.Http;

namespace DialInsight.Client.Transcripts;

/// <summary>Transcripts over HTTP.</summary>
public sealed class TranscriptsClient
{
    private readonly HttpClient _http;

    internal TranscriptsClient(HttpClient http) => _http = http;

    /// <summary>Sends a file; its name tells the format. Sending it again changes nothing.</summary>
    /// <exception cref="ServiceException">The service refused the whole request.</exception>
    public Task<IngestAnswer> SendAsync(Stream content, string fileName, IngestDefaults defaults, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/transcripts?{Query(fileName, defaults)}") { Content = new StreamContent(content) };
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ReadAsync<IngestAnswer>(cancellationToken);
    }

    private static string Query(string fileName, IngestDefaults defaults)
    {
        (string Name, string? Value)[] parameters =
        [
            ("fileName", fileName), ("domain", defaults.Domain), ("scenario", defaults.Scenario), ("channel", defaults.Channel),
            ("language", defaults.Language), ("source", defaults.Source), ("subject", defaults.Subject),
        ];
        return string.Join('&', parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
    }
}
