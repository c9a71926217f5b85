using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using DialInsight.Conversations.Preparing;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Benchmarks.Fuzz;

/// <summary>Sends requests, several at once, and tells which were answered badly.</summary>
internal sealed class Fuzzing(int seed, IReadOnlyList<(string? Name, byte[] Content)> files)
{
    private const int AtOnce = 64;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_told = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, int> _statuses = [];
    private TimeSpan _toldAt;
    private int _done;
    private int _bad;

    /// <summary>Sends those of the numbers from <paramref name="first"/> on. The exit code.</summary>
    public async Task<int> RunAsync(int first, int count, bool isShown, CancellationToken cancellationToken)
    {
        Console.WriteLine($"seed {seed}, {count} cases of {files.Count} files");
        await using ServiceProcess service = await IngestProcess.StartAsync("--Auth:RequestsPerMinute=0", "--Auth:RefusalsPerMinute=0");
        using var http = new HttpClient { BaseAddress = new Uri(service.Url), Timeout = s_patience };
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(first, first + count, options, async (number, stop) =>
        {
            FuzzedRequest request = FuzzedRequest.Of(files, seed, number);
            if (isShown)
                Console.WriteLine($"{request.ContentType} {request.Query}\n{Convert.ToBase64String(request.Body)}");
            string? wrong = service.ExitCode is { } code ? $"the service ended with exit code {code} before it" : await SendAsync(http, request, stop);
            Tell(number, count, wrong, service.PeakMiB);
        });
        Console.WriteLine($"{_done} cases, {_bad} bad, {_done / _clock.Elapsed.TotalSeconds:0}/s; answers: {string.Join(", ", _statuses.Select(status => $"{status.Value} × {status.Key}"))}");
        return _bad == 0 ? 0 : 1;
    }

    private async Task<string?> SendAsync(HttpClient http, FuzzedRequest request, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(request.Body);
        content.Headers.ContentType = request.ContentType is null ? null : MediaTypeHeaderValue.Parse(request.ContentType);
        try
        {
            using HttpResponseMessage response = await http.PostAsync(new Uri($"/transcripts{request.Query}", UriKind.Relative), content, cancellationToken);
            lock (_lock)
                _statuses[(int)response.StatusCode] = _statuses.GetValueOrDefault((int)response.StatusCode) + 1;
            if (response.StatusCode >= HttpStatusCode.InternalServerError)
                return $"answered {(int)response.StatusCode}";
            string answer = await response.Content.ReadAsStringAsync(cancellationToken);
            return answer.Contains(ConversationPreparer.BrokenOff.Refusal!, StringComparison.Ordinal) ? "a record could not be prepared" : null;
        }
        catch (HttpRequestException exception)
        {
            return $"no answer ({exception.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {s_patience.TotalSeconds:0} s";
        }
    }

    private void Tell(int number, int count, string? wrong, double peak)
    {
        lock (_lock)
        {
            _done++;
            if (wrong is not null && ++_bad <= 100)
                Console.WriteLine($"case {number}: {wrong}; again: --seed {seed} --case {number}");
            if (_clock.Elapsed - _toldAt < s_told)
                return;
            _toldAt = _clock.Elapsed;
            double rate = _done / _clock.Elapsed.TotalSeconds;
            Console.WriteLine($"{_done} of {count}, {rate:0}/s, {_bad} bad, {peak:0} MiB at most, about {TimeSpan.FromSeconds((count - _done) / rate):h\\:mm\\:ss} left");
        }
    }
}
