using System.Runtime.CompilerServices;
using System.Text.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Transcripts;

/// <summary>Transcripts over HTTP.</summary>
public sealed class TranscriptsClient
{
    private readonly HttpClient _http;

    internal TranscriptsClient(HttpClient http) => _http = http;

    /// <summary>Sends a file; its name tells the format. Sending it again changes nothing.</summary>
    /// <exception cref="ServiceException">The service refused the whole request.</exception>
    public Task<IngestAnswer> SendAsync(Stream content, string fileName, IngestDefaults defaults, CancellationToken cancellationToken) =>
        CollectAsync(StreamAsync(new StreamContent(content), fileName, defaults, cancellationToken));

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
        return await CollectAsync(StreamAsync(form, null, defaults, cancellationToken));
    }

    /// <summary>Sends content of any size; what became of each record is read as it arrives. Sending it again changes nothing.</summary>
    /// <param name="content">A file's content, or a form of files.</param>
    /// <param name="fileName">The file's name, which tells the format; null where there is none, or for a form.</param>
    /// <param name="defaults">What is true of all its records.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The accepted records, then the duplicates, then the rejected ones, then notes on those that were kept.</returns>
    /// <exception cref="ServiceException">The service refused the whole request, or what answers is no ingest.</exception>
    /// <exception cref="IOException">The answer broke off; <see cref="HttpRequestException"/> where the connection did.</exception>
    public async IAsyncEnumerable<IAnswerPart> StreamAsync(
        HttpContent content, string? fileName, IngestDefaults defaults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/transcripts?{Query(fileName, defaults)}") { Content = content };

        // So that a request that is refused as a whole is told so before its content is on its way.
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        await using Stream answer = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using IAsyncEnumerator<IAnswerPart> parts = AnswerReader.ReadAsync(answer, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(parts, response))
            yield return parts.Current;
    }

    /// <summary>How many transcripts are kept.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken) =>
        (await _http.GetAsync(new Uri("/transcripts/count", UriKind.Relative), cancellationToken).ReadAsync<TranscriptCount>(cancellationToken)).Count;

    /// <summary>How many transcripts of a subject are kept.</summary>
    public async Task<long> CountAsync(string subject, CancellationToken cancellationToken) =>
        (await _http.GetAsync(ServiceResponse.With("/transcripts/count", ("subject", subject)), cancellationToken).ReadAsync<TranscriptCount>(cancellationToken)).Count;

    /// <summary>A page of the transcripts, the latest first.</summary>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ServiceException">A filter or the cursor cannot be used.</exception>
    public Task<TranscriptPage> ListAsync(TranscriptQuery filter, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(
            ServiceResponse.With(
                "/transcripts", ("limit", limit), ("cursor", cursor), ("domain", filter.Domain), ("scenario", filter.Scenario), ("channel", filter.Channel),
                ("language", filter.Language), ("source", filter.Source), ("subject", filter.Subject), ("coherence", filter.Coherence)),
            cancellationToken).ReadAsync<TranscriptPage>(cancellationToken);

    /// <summary>A transcript.</summary>
    /// <exception cref="ServiceException">There is no such transcript, or it was erased.</exception>
    public Task<TranscriptView> GetAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/transcripts/{Uri.EscapeDataString(id)}", cancellationToken).ReadAsync<TranscriptView>(cancellationToken);

    /// <summary>What the kept transcripts are.</summary>
    public Task<TranscriptStatistics> StatisticsAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(new Uri("/transcripts/statistics", UriKind.Relative), cancellationToken).ReadAsync<TranscriptStatistics>(cancellationToken);

    private static async Task<bool> NextAsync(IAsyncEnumerator<IAnswerPart> parts, HttpResponseMessage response)
    {
        try
        {
            return await parts.MoveNextAsync();
        }
        catch (JsonException)
        {
            throw new ServiceException(response.StatusCode, null, "the answer is none of ingest's: is this the address of the services?");
        }
    }

    private static async Task<IngestAnswer> CollectAsync(IAsyncEnumerable<IAnswerPart> parts)
    {
        List<IAnswerPart> all = [];
        await foreach (IAnswerPart part in parts)
            all.Add(part);
        return new IngestAnswer([.. all.OfType<AcceptedRecord>()], [.. all.OfType<DuplicateRecord>()], [.. all.OfType<RejectedRecord>()], [.. all.OfType<RecordNote>()]);
    }

    private static string Query(string? fileName, IngestDefaults defaults)
    {
        (string Name, string? Value)[] parameters =
        [
            ("fileName", fileName), ("domain", defaults.Domain), ("scenario", defaults.Scenario), ("channel", defaults.Channel),
            ("language", defaults.Language), ("source", defaults.Source), ("subject", defaults.Subject), ("mapping", defaults.Mapping),
            ("fillers", defaults.Fillers ? "true" : null), ("coherent", defaults.Coherent ? "true" : null),
        ];
        return string.Join('&', parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
    }
}
