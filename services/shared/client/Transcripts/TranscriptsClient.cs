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

    /// <summary>Sends files in one request, so that those which make one conversation, such as the sides of a recording, are read together.</summary>
    /// <param name="files">Their paths.</param>
    /// <param name="defaults">What is true of all their records.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <exception cref="ServiceException">The service refused the whole request.</exception>
    public async Task<IngestAnswer> UploadAsync(IReadOnlyList<string> files, IngestDefaults defaults, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        foreach (string file in files)
            form.Add(new StreamContent(File.OpenRead(file)), "files", Path.GetFileName(file));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/transcripts?{Query(null, defaults)}") { Content = form };
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ReadAsync<IngestAnswer>(cancellationToken);
    }

    private static string Query(string? fileName, IngestDefaults defaults)
    {
        (string Name, string? Value)[] parameters =
        [
            ("fileName", fileName), ("domain", defaults.Domain), ("scenario", defaults.Scenario), ("channel", defaults.Channel),
            ("language", defaults.Language), ("source", defaults.Source), ("subject", defaults.Subject),
        ];
        return string.Join('&', parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
    }
}
