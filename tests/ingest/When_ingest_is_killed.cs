using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Client;
using DialInsight.Client.Transcripts;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.Hosting.Tests;

namespace DialInsight.Ingest.Tests;

public sealed class When_ingest_is_killed
{
    private const int Conversations = 1200, Sent = 900;

    [Fact]
    public async Task Should_lose_and_double_nothing_when_the_request_is_sent_again()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using TemporaryFolder folder = new(), other = new();
        string[] lines = [.. Lines()];
        IngestAnswer expected;
        await using (ServiceProcess undisturbed = await Start(other).ReadyAsync(cancellationToken))
            expected = await SendAsync(undisturbed, lines, cancellationToken);
        await KilledInTheMiddleAsync(folder, lines, cancellationToken);

        await using ServiceProcess again = await Start(folder).ReadyAsync(cancellationToken);
        Assert.InRange(await CountAsync(again, cancellationToken), 1, expected.Accepted.Count - 1);
        for (int time = 0; time < 2; time++)
        {
            IngestAnswer answer = await SendAsync(again, lines, cancellationToken);
            Assert.Equal(expected.Accepted, answer.Accepted.Select(record => record with { Known = false }));
            Assert.Equal(expected.Duplicates, answer.Duplicates);
            Assert.Empty(answer.Rejected);
            Assert.Equal(expected.Accepted.Count, await CountAsync(again, cancellationToken));
        }

        Assert.Equal((Conversations * 8 / 10, Conversations / 10), (expected.Accepted.Count, expected.Duplicates.Count(duplicate => duplicate.Similarity == 1)));
    }

    /// <summary>Killed when it has begun to store and waits for the rest of the request.</summary>
    private static async Task KilledInTheMiddleAsync(TemporaryFolder folder, string[] lines, CancellationToken cancellationToken)
    {
        await using ServiceProcess killed = await Start(folder).ReadyAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(killed.Url), Timeout = Timeout.InfiniteTimeSpan };
        using var body = new Unfinished(string.Concat(lines[..Sent]));
        Task sending = http.PostAsync(new Uri("/transcripts?fileName=talks.jsonl&source=shop", UriKind.Relative), body, cancellationToken);
        await Eventually.IsTrueAsync(
            async () => await CountAsync(killed, cancellationToken) > 0, TimeSpan.FromMinutes(2), () => $"Nothing was kept:\n{killed.Output}", cancellationToken);
        Assert.False(sending.IsCompleted);
        await killed.KillAsync();
        body.Finish();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
    }

    private static ServiceProcess Start(TemporaryFolder folder) => ServiceProcess.Start(
        Path.Combine(AppContext.BaseDirectory, "DialInsight.Ingest.dll"),
        [.. DocumentServer.Arguments(folder), "--Pseudonyms:Key", "the same in both places", "--Ingest:NearDuplicates:Held", "200", "--Logging:LogLevel:Default", "Warning"]);

    private static async Task<IngestAnswer> SendAsync(ServiceProcess service, string[] lines, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(service.Url), Timeout = Timeout.InfiniteTimeSpan };
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines)));
        return await new DialInsightClient(http).Transcripts.SendAsync(content, "talks.jsonl", new IngestDefaults(Source: "shop"), cancellationToken);
    }

    private static async Task<int> CountAsync(ServiceProcess service, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(service.Url) };
        return (await http.GetFromJsonAsync<JsonElement>("/transcripts/count", cancellationToken)).GetProperty("count").GetInt32();
    }

    /// <summary>Of ten conversations one repeats another exactly and one but for a word.</summary>
    private static IEnumerable<string> Lines()
    {
        var random = new Random(5);
        string[] vocabulary = [.. Enumerable.Range(0, 400).Select(_ => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26)))))];
        List<string[]> talks = [];
        for (int number = 0; number < Conversations; number++)
        {
            talks.Add((number % 10) switch
            {
                3 => talks[number - 3],
                7 => [.. talks[number - 7][..^1], "otherwise"],
                _ => [.. Enumerable.Range(0, 96).Select(_ => vocabulary[random.Next(vocabulary.Length)])],
            });
            yield return JsonSerializer.Serialize(new
            {
                id = $"talk-{number}",
                turns = talks[^1].Chunk(12).Select((words, index) => new { role = index % 2 == 0 ? "reader" : "librarian", text = string.Join(' ', words) }),
            }) + "\n";
        }
    }

    /// <summary>A body whose end does not come until it is told to.</summary>
    private sealed class Unfinished(string beginning) : HttpContent
    {
        private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Finish() => _finished.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(beginning));
            await stream.FlushAsync();
            await _finished.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
